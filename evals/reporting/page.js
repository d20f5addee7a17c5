"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");
  const groups = [...document.querySelectorAll("#cases .group")];
  const cards = [...document.querySelectorAll("#cases details.card")].map((element) => ({
    element,
    kinds: element.dataset.kinds.split(" "),
    tags: element.dataset.tags.split("|"),
    words: element.textContent.toLowerCase(),
  }));

  const apply = () => {
    const wanted = new FormData(form);
    const kind = wanted.get("kind");
    const tag = wanted.get("tag");
    const words = wanted.get("words").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const fits =
        (!kind || card.kinds.includes(kind)) &&
        (!tag || card.tags.includes(tag)) &&
        words.every((word) => card.words.includes(word));
      card.element.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("details.card:not([hidden])");
    }
    count.textContent = `${shown} of ${cards.length} cases`;
    nothing.hidden = shown > 0;
  };

  // A link to a case must lead there also when a filter hides it.
  const reveal = () => {
    const target = location.hash.startsWith("#case-") && document.getElementById(location.hash.slice(1));
    if (target) {
      if (target.hidden) {
        form.reset();
        apply();
      }
      target.open = true;
      target.scrollIntoView();
    }
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("click", (event) => {
    const all = event.target.dataset.all;
    if (all) {
      for (const card of cards) {
        card.element.open = all === "open";
      }
    }
  });
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
  reveal();
})();
