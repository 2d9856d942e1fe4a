// The queue with scripts: how many are chosen, what has arrived, and when a report opens beside.
"use strict";
(() => {
  const NARROW = matchMedia("(max-width: 1099px)");
  const OFTEN = 30_000;
  const RARELY = 300_000;
  const byId = (id) => document.getElementById(id);
  const boxes = () => [...document.querySelectorAll("input[form=bulk][name=nomor]")];

  // Selection -----------------------------------------------------------------------------------
  const count = () => {
    const all = byId("bulk-all");
    if (!all) return;
    const chosen = boxes().filter((box) => box.checked).length;
    all.closest("label").hidden = false;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    byId("bulk-count").hidden = false;
    byId("bulk-acts").hidden = chosen === 0;
    byId("bulk-count").querySelector("b").textContent = chosen;
  };
  document.addEventListener("change", (event) => {
    if (event.target.id === "bulk-all") for (const box of boxes()) box.checked = event.target.checked;
    count();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "bulk" || boxes().some((box) => box.checked)) return;
    event.preventDefault();
    boxes()[0]?.focus();
  });

  // On a narrow screen a report is a page of its own; htmx does not see the click.
  document.addEventListener(
    "click",
    (event) => {
      const row = event.target.closest("[data-pane]");
      if (!row) return;
      if (NARROW.matches) return event.stopImmediatePropagation();
      document.querySelector("[data-pane][aria-current]")?.removeAttribute("aria-current");
      row.setAttribute("aria-current", "true");
    },
    true,
  );

  // A page has one heading of the first order: a report that opens beside brings its own.
  const order = () => {
    const title = document.querySelector(".over > h1");
    if (!title) return;
    if (byId("queue-pane")?.querySelector("h1")) {
      title.setAttribute("role", "heading");
      title.setAttribute("aria-level", "2");
    } else {
      title.removeAttribute("role");
      title.removeAttribute("aria-level");
    }
  };
  document.addEventListener("htmx:afterSwap", order);

  // New arrivals: asked for often while one looks, rarely while the page is hidden ----------------
  let tag = "";
  let asked = "";
  let waiting = 0;
  const ask = async () => {
    const place = byId("queue-arrivals");
    const address = place?.dataset.arrivals;
    if (address) {
      if (address !== asked) tag = "";
      asked = address;
      const headers = { "HX-Request": "true", ...(tag && { "If-None-Match": tag }) };
      const answer = await fetch(address, { headers }).catch(() => null);
      if (answer?.ok && byId("queue-arrivals") === place) {
        tag = answer.headers.get("ETag") || "";
        place.innerHTML = answer.status === 200 ? await answer.text() : "";
      }
    }
    plan();
  };
  const plan = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, document.hidden ? RARELY : OFTEN);
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? plan() : ask()));
  document.addEventListener("htmx:afterSwap", count);
  // Whoever goes back finds boxes as they left them.
  addEventListener("pageshow", count);
  count();
  plan();
})();
