// Keys of the staff's pages. Whatever carries data-key is pressed, or focused, by that key, or by the
// other one in data-also; the overlay and the palette list the same elements, so no key is ever
// missing from them.
"use strict";
(() => {
  const stored = "loket.keys";
  const byId = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const shown = (element) => element.getClientRects().length > 0 && !element.closest("dialog");
  const keyed = () => [...document.querySelectorAll("[data-key]")].filter(shown);
  const does = (element) =>
    element.dataset.does || element.getAttribute("aria-label") || element.textContent.trim();
  const isOff = () => localStorage.getItem(stored) === "off";
  let lead = "";

  const isTyping = (target) =>
    target.isContentEditable ||
    (target.matches("input, select, textarea") && !target.matches("[type=checkbox], [type=radio]"));

  // What holds a field is opened to write in it, and stays open; anything else is turned over.
  const unfold = (details) => {
    const field = details.querySelector("textarea") ?? details.querySelector("input:not([type=hidden]), select");
    details.open = field ? true : !details.open;
    (field ?? details.querySelector("summary")).focus();
  };
  const press = (element) => {
    if (element.matches("input:not([type=checkbox]), select, textarea")) element.focus();
    else if (element.matches("details")) unfold(element);
    else element.click();
  };

  const current = () => document.activeElement.closest("[data-row]");
  const step = (by) => {
    const all = rows();
    const at = all.indexOf(current());
    const row = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!row) return;
    row.querySelector("a").focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const onRows = {
    j: () => step(1),
    k: () => step(-1),
    o: () => current()?.querySelector("a").click(),
    x: () => current()?.querySelector("input[type=checkbox]")?.click(),
  };

  const listed = (element) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = does(element);
    for (const name of [element.dataset.key, element.dataset.also].filter(Boolean)) {
      const key = document.createElement("kbd");
      key.textContent = name;
      button.append(" ", key);
    }
    button.addEventListener("click", () => {
      line.closest("dialog").close();
      press(element);
    });
    line.append(button);
    return line;
  };

  const overlay = () => {
    byId("keys-rows").hidden = rows().length === 0;
    byId("keys-here").replaceChildren(...keyed().map(listed));
    byId("keys-on").checked = !isOff();
    byId("keys").showModal();
  };
  // What the page can do, its ways, then every other page this colleague may open.
  const everything = () => {
    const here = [...keyed(), ...[...document.querySelectorAll("nav a:not([data-key])")].filter(shown)];
    const known = new Set(here.map((element) => element.href));
    const places = [...document.importNode(byId("places").content, true).children];
    return [...here, ...places.filter((place) => !known.has(place.href))];
  };
  const palette = () => {
    const found = everything();
    const list = byId("palette-list");
    const field = byId("palette-field");
    const none = byId("palette-none");
    const narrow = () => {
      const words = field.value.toLowerCase().split(/\s+/);
      const fits = (element) => words.every((word) => does(element).toLowerCase().includes(word));
      list.replaceChildren(...found.filter(fits).map(listed));
      none.textContent = list.children.length ? "" : none.dataset.none;
    };
    field.value = "";
    field.oninput = narrow;
    field.onkeydown = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      list.querySelector("button")?.click();
    };
    narrow();
    byId("palette").showModal();
    field.focus();
  };

  const isPalette = (event) => event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  const act = (event) => {
    if (isPalette(event)) {
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) palette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "?") return overlay();
    if (isOff()) return;
    const all = keyed();
    const wanted = lead + event.key;
    const found = all.find(({ dataset }) => dataset.key === wanted || dataset.also === wanted);
    lead = all.some((element) => element.dataset.key.startsWith(`${wanted} `)) ? `${wanted} ` : "";
    const go = found ? () => press(found) : !lead && rows().length && onRows[event.key];
    if (!go) return;
    event.preventDefault();
    go();
  };

  // On a slow line one sees the page before all of it has come: a key pressed until then waits for
  // the rest. Pressed again because nothing moved, it still counts once.
  const early = [];
  document.addEventListener("keydown", (event) => {
    // A browser that fills a field in by itself tells of a key without a name.
    if (!event.key) return;
    if (document.readyState !== "loading") return act(event);
    if (isPalette(event)) event.preventDefault();
    if (event.key !== early.at(-1)?.key) early.push(event);
  });
  document.addEventListener("readystatechange", () => {
    for (const event of early.splice(0)) act(event);
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "keys-on") localStorage.setItem(stored, event.target.checked ? "on" : "off");
  });
})();
