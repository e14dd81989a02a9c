"use strict";
(() => {
  const selected = document.getElementById("selected");
  const hint = selected.innerHTML;
  const parts = (from) => (from.dataset.on || "").split(" ").filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);
  const light = (all, on) => all.forEach((part) => part.classList.toggle("lit", on));
  const clear = (what) => document.querySelectorAll("." + what).forEach((e) => e.classList.remove(what));
  const choose = (part, scroll) => {
    clear("lit");
    clear("chosen");
    part.classList.add("lit");
    const about = document.getElementById("about-" + part.id);
    if (about) {
      selected.replaceChildren(...Array.from(about.cloneNode(true).childNodes));
      selected.querySelectorAll("details").forEach((d) => { d.open = true; });
    }
    document.querySelectorAll("li[data-on]").forEach((li) => li.classList.toggle("chosen", li.dataset.on === part.id));
    if (scroll) part.scrollIntoView({ block: "center", behavior: "smooth" });
  };
  document.querySelectorAll("[data-on]").forEach((from) => {
    from.addEventListener("mouseenter", () => light(parts(from), true));
    from.addEventListener("mouseleave", () => { if (!from.classList.contains("chosen")) light(parts(from), false); });
    const button = from.querySelector("button");
    if (!button) return;
    button.addEventListener("focus", () => light(parts(from), true));
    button.addEventListener("click", () => {
      const [part] = parts(from);
      if (part) choose(part, true);
      clear("chosen");
      from.classList.add("chosen");
      from.querySelectorAll("details").forEach((d) => { d.open = true; });
    });
  });
  document.querySelectorAll(".part[role=button]").forEach((part) => {
    part.addEventListener("click", () => { choose(part, false); selected.scrollIntoView({ block: "nearest" }); });
    part.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(part, false); }
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { clear("lit"); clear("chosen"); selected.innerHTML = hint; }
  });
})();
