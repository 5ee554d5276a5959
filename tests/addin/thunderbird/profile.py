"""A fresh Thunderbird profile: one team mailbox with two identities, German, and no traffic but to loopback."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

TEAM = "team@waagen-kern.example"
SALES = "vertrieb@waagen-kern.example"  # the other identity of the same mailbox
IDLE_MILLISECONDS = 2_500  # an add-on's background is ended so soon here (else 30 s), so that each suite meets it often
NOWHERE = 1  # a port nobody listens on: whatever wants to leave this machine is refused at once


@dataclass(frozen=True, slots=True)
class Account:
    """Where the profile's mail is: a user of an IMAP server on loopback, and a port that takes mail."""

    user: str
    imap_port: int
    smtp_port: int
    language: str = "de"
    password: str = field(repr=False, default="")


def write_profile(folder: Path, account: Account, marionette_port: int) -> None:
    """Writes `user.js`."""
    folder.mkdir(parents=True, exist_ok=True)
    preferences = {**_quiet(), **_mailbox(account), **_composing(account), "marionette.port": marionette_port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    (folder / "user.js").write_text("".join(lines), encoding="utf-8")


def _mailbox(account: Account) -> dict[str, object]:
    folders = f"imap://{quote(account.user, safe='')}@127.0.0.1"
    server, smtp = "mail.server.server1", "mail.smtpserver.smtp1"
    made: dict[str, object] = {
        "mail.accountmanager.accounts": "account1,account2",
        "mail.accountmanager.defaultaccount": "account1",
        "mail.accountmanager.localfoldersserver": "server2",
        "mail.account.account1.identities": "id1,id2",
        "mail.account.account1.server": "server1",
        "mail.account.account2.server": "server2",
        f"{server}.type": "imap",
        f"{server}.hostname": "127.0.0.1",
        f"{server}.port": account.imap_port,
        f"{server}.userName": account.user,
        f"{server}.name": "Team",
        f"{server}.authMethod": 3,
        f"{server}.socketType": 0,
        f"{server}.check_new_mail": False,
        f"{server}.login_at_startup": False,  # it would ask for a password before anybody can give it
        "mail.server.server2.type": "none",
        "mail.server.server2.hostname": "Local Folders",
        "mail.server.server2.userName": "nobody",
        "mail.server.server2.name": "Local Folders",
        "mail.smtpservers": "smtp1",
        "mail.smtp.defaultserver": "smtp1",
        f"{smtp}.hostname": "127.0.0.1",
        f"{smtp}.port": account.smtp_port,
        f"{smtp}.authMethod": 1,
        f"{smtp}.try_ssl": 0,
        f"{smtp}.username": "",
    }
    for key, address in (("id1", TEAM), ("id2", SALES)):
        identity = f"mail.identity.{key}"
        made |= {
            f"{identity}.fullName": "Jana Brandt",
            f"{identity}.useremail": address,
            f"{identity}.smtpServer": "smtp1",
            f"{identity}.valid": True,
            f"{identity}.compose_html": True,
            f"{identity}.reply_on_top": 1,
            f"{identity}.fcc_folder": f"{folders}/Sent",
            f"{identity}.draft_folder": f"{folders}/Drafts",
        }
    return made


def _composing(account: Account) -> dict[str, object]:
    return {
        "intl.locale.requested": account.language,
        "mail.SpellCheckBeforeSend": False,
        "mail.warn_on_send_accel_key": False,
        "mail.compose.add_link_preview": False,
        "mail.compose.warn_public_recipients.aggressive": False,
        "mail.compose.warn_public_recipients.threshold": 100_000,
        "mailnews.sendInBackground": False,
        "mail.e2ee.auto_enable": False,
        "ldap_2.autoComplete.useDirectory": False,
    }


def _quiet() -> dict[str, object]:
    nowhere = f"http://127.0.0.1:{NOWHERE}/"
    return {
        "remote.prefs.recommended": True,
        "mail.provider.suppress_dialog_on_startup": True,
        "mail.spotlight.firstRunDone": True,
        "mail.winsearch.firstRunDone": True,
        "mail.rights.version": 1,
        "mailnews.start_page.enabled": False,
        "mailnews.start_page_override.mstone": "ignore",
        "app.donation.eoy.version.viewed": 999,
        "mail.shell.checkDefaultClient": False,
        "mail.inappnotifications.enabled": False,
        "mail.inappnotifications.url": "",
        "mail.ui.show.migration.on.upgrade": False,
        "mail.biff.show_alert": False,
        "mail.chat.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
        "datareporting.healthreport.uploadEnabled": False,
        "toolkit.telemetry.enabled": False,
        "toolkit.telemetry.reportingpolicy.firstRun": False,
        "app.update.enabled": False,
        "app.update.auto": False,
        "extensions.update.enabled": False,
        "extensions.getAddons.cache.enabled": False,
        "extensions.systemAddon.update.enabled": False,
        "extensions.blocklist.enabled": False,
        "extensions.autoDisableScopes": 0,
        "extensions.background.idle.timeout": IDLE_MILLISECONDS,
        "services.settings.server": nowhere,
        "browser.safebrowsing.malware.enabled": False,
        "browser.safebrowsing.phishing.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "network.dns.disablePrefetch": True,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": NOWHERE,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": NOWHERE,
        "network.proxy.no_proxies_on": "127.0.0.1",
        "calendar.timezone.useSystemTimezone": True,
    }
