// The column beside the draft with the panel in it, its button in the toolbar, and what is said when no panel comes.

((einklang) => {
  "use strict";

  const READY_LIMIT = 8000; // ms until a panel that says nothing is called away
  const LOADED_LIMIT = 3000; // ms for its scripts once the frame has loaded; a refused page "loads" too
  const WIDE = "(min-width: 1100px)"; // px; on less the column lies over the page and starts closed

  const LEVELS = [[68, "good"], [44, "fair"], [-Infinity, "poor"]];

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function build(say) {
    const frame = make("iframe", { id: "einklang-panel", title: say("panel"), referrerpolicy: "no-referrer" });
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups");
    const again = make("button", { type: "button", class: "btn btn-secondary" }, say("again"));
    const notice = make("div", { id: "einklang-notice", role: "status" });
    const close = make("button", { type: "button", id: "einklang-close", title: say("close") }, say("close"));
    const aside = make("aside", { id: "einklang", "aria-label": say("name"), hidden: "" }, close, notice, frame);
    return { aside, frame, notice, again, close };
  }

  /**
   * Builds the column; the frame is made in its final place, for moving it would load it twice.
   *
   * `say(key, values)` speaks the user's language, `keep(isOpen)` remembers the choice made on a wide screen.
   */
  einklang.openSidebar = ({ url, wantsOpen, say, keep, closed }) => {
    const { aside, frame, notice, again, close } = build(say);
    const wide = window.matchMedia(WIDE);
    let isWanted = wantsOpen;
    let isOpen = wide.matches && wantsOpen;
    let silence = null;

    const buttons = () => document.querySelectorAll("a.einklang");

    function draw() {
      aside.hidden = !isOpen;
      aside.classList.toggle("einklang-over", !wide.matches);
      for (const button of buttons()) {
        button.setAttribute("role", "button");
        button.setAttribute("aria-controls", "einklang");
        button.setAttribute("aria-expanded", String(isOpen));
        button.classList.toggle("selected", isOpen);
      }
    }

    function toggle() {
      isOpen = !isOpen;
      if (wide.matches) {
        isWanted = isOpen;
        keep(isOpen);
      }
      draw();
      if (!isOpen) closed();
      else if (!wide.matches) close.focus();
    }

    function expect(limit) {
      clearTimeout(silence);
      silence = setTimeout(() => tellAway(true), limit);
    }

    function tellAway(isAway) {
      aside.classList.toggle("einklang-away", isAway);
      notice.replaceChildren(...(isAway ? [make("p", {}, say("away")), again] : []));
      if (isAway) showScore(null);
    }

    function load() {
      expect(READY_LIMIT);
      frame.src = url;
    }

    function showScore(score) {
      const isKnown = typeof score === "number";
      for (const button of buttons()) {
        let badge = button.querySelector(".einklang-score");
        if (badge === null) button.append((badge = make("span", { class: "einklang-score", "aria-hidden": "true" })));
        badge.textContent = isKnown ? String(Math.round(score)) : "";
        badge.dataset.level = isKnown ? LEVELS.find(([least]) => score >= least)[1] : "";
        const label = isKnown ? say("score", { score: Math.round(score) }) : say("name");
        button.setAttribute("aria-label", label);
      }
    }

    close.addEventListener("click", toggle);
    aside.addEventListener("keydown", (event) => event.key === "Escape" && !wide.matches && isOpen && toggle());
    again.addEventListener("click", () => {
      tellAway(false);
      load();
    });
    wide.addEventListener("change", () => {
      isOpen = wide.matches && isWanted;
      draw();
    });
    frame.addEventListener("load", () => silence !== null && expect(LOADED_LIMIT));
    document.getElementById("layout").append(aside);
    draw();
    showScore(null);
    load();
    return {
      frame,
      toggle,
      showScore,
      /** The panel has said that it is there. */
      heard() {
        clearTimeout(silence);
        silence = null;
        tellAway(false);
      },
    };
  };
})((globalThis.einklang ??= {}));
