"""What tests copy is what the migrations make, and a store that needs none is opened without reading them."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from server.store import Store
from server.store.migrating import MIGRATIONS, newest_revision
from tests.stores import file_of, open_new_store, put_new_store

ROOT = Path(__file__).parents[3]


def test_a_copied_store_is_byte_for_byte_what_migrating_makes(tmp_path: Path) -> None:
    copied, made = (f"sqlite:///{tmp_path}/{name}/einklang.db" for name in ("copied", "made"))
    put_new_store(copied)
    Store.open(made).close()
    assert file_of(copied).read_bytes() == file_of(made).read_bytes()
    assert [stat.S_IMODE(file_of(each).stat().st_mode) for each in (copied, made)] == [0o600, 0o600]
    assert [stat.S_IMODE(file_of(each).parent.stat().st_mode) for each in (copied, made)] == [0o711, 0o711]


def test_opening_a_copy_changes_no_byte_of_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/einklang.db"
    before = file_of(put_new_store(url)).read_bytes()
    open_new_store(url).close()
    assert file_of(url).read_bytes() == before


def test_a_store_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/einklang.db"
    file_of(url).write_bytes(b"mine")
    put_new_store(url)
    assert file_of(url).read_bytes() == b"mine"


def test_the_newest_revision_is_the_one_that_the_migrations_lead_to() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    assert newest_revision() == ScriptDirectory.from_config(config).get_current_head()


def test_a_store_of_this_version_is_opened_without_the_migrations(tmp_path: Path) -> None:
    url = put_new_store(f"sqlite:///{tmp_path}/einklang.db")
    code = (
        "import sys; from server.store import Store; Store.open(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, url], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
