// Kindnesses: every page works without them.

// Copies of pages are for whoever is signed in (offline.js): a visitor finds none.
if (!document.body.dataset.worker && !document.querySelector("[data-copies]")) self.caches?.delete("copies");

// A menu closes when one clicks elsewhere or presses Escape.
const menus = document.querySelectorAll("details.menu");
document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (!menu.open) continue;
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A form is sent once; coming back to the page makes it ready again.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
});

// An answer with mistakes begins with their list.
document.querySelector(".error-summary")?.focus();

// Towns are suggested while one types.
for (const input of document.querySelectorAll("input[data-suggest-url]")) {
  const list = document.createElement("datalist");
  list.id = `${input.id}-towns`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = input.value.trim();
      if (text.length < 2) return;
      const answer = await fetch(`${input.dataset.suggestUrl}?q=${encodeURIComponent(text)}`);
      if (!answer.ok || input.value.trim() !== text) return;
      const towns = await answer.json();
      list.replaceChildren(...towns.map((town) => new Option(town.label, town.value)));
    }, 150);
  });
}

// The total follows the number of people.
for (const output of document.querySelectorAll("output[data-unit-minor]")) {
  const people = document.getElementById(output.htmlFor.value);
  const { unitMinor, currency } = output.dataset;
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  people?.addEventListener("change", () => {
    output.value = format.format((unitMinor * people.value) / 100);
  });
}

// A sentence to begin with goes into the message, and what was typed stays.
const words = document.querySelector("textarea#body");
if (words) {
  for (const link of document.querySelectorAll("a[data-say]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      words.value = [words.value.trim(), link.dataset.say].filter(Boolean).join(" ");
      words.focus();
    });
  }
}

// Beside the results there is room for the filters; above them there is not.
if (matchMedia("(min-width: 60.01rem)").matches) {
  for (const filters of document.querySelectorAll(".filters > details")) filters.open = true;
}

// The button of the filters says how many offers there would be.
for (const form of document.querySelectorAll("form[data-count-url]")) {
  const button = form.querySelector(".filters__show button");
  let asking;
  form.addEventListener("change", async () => {
    asking?.abort();
    asking = new AbortController();
    const asked = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.countUrl}?${asked}`, { signal: asking.signal });
      if (answer.ok) button.textContent = (await answer.json()).words;
    } catch {
      // Ticked on, gone elsewhere or offline: the button says what it said, and works.
    }
  });
}
