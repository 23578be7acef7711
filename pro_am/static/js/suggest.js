// Suggestions while one types: a combobox with a list, as the WAI-ARIA practices describe it.
// The form works without it.

const PAUSE = 150; // milliseconds after the last letter
const SHORTEST = 2; // letters
// Another thing is wanted: these wishes were about the one before.
const GIVEN_UP = new Set(["q", "craft", "speciality", "ingredient", "page"]);

function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

class Suggestions {
  constructor(input) {
    this.input = input;
    this.words = input.form.dataset;
    this.options = [];
    this.active = -1;
    const id = `${input.id}-suggestions`;
    this.list = made("div", { id, role: "listbox", class: "suggestions", "aria-label": input.labels[0].textContent, hidden: "" });
    this.told = made("p", { role: "status", class: "visually-hidden" });
    input.parentElement.append(this.list, this.told);
    const role = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocomplete: "off" };
    for (const [key, value] of Object.entries(role)) input.setAttribute(key, value);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    // The focus stays in the field, whatever is touched in the list.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(this.options.indexOf(option));
    });
  }

  typed() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const text = this.input.value.trim();
    if (text.length < SHORTEST) this.close();
    else this.waiting = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text, atOnce = () => {}) {
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const url = `${this.input.dataset.combobox}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(answer.status);
      this.show(await answer.json());
      if (!signal.aborted) atOnce();
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  show(found) {
    if (document.activeElement !== this.input) return;
    this.close();
    const groups = Array.isArray(found) ? [["", found]] : Object.entries(found).filter(([, some]) => some.length);
    this.list.replaceChildren(...groups.map(([name, some]) => this.group(name, some)));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    const count = this.options.length;
    this.told.textContent = [this.words.none, this.words.one][count] ?? this.words.many.replace("#", count);
    if (!count) return;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  group(name, some) {
    const options = some.map((each, number) => {
      const option = made("div", { role: "option", id: `${this.list.id}-${name}${number}`, "aria-selected": "false" }, made("span", {}, each.label));
      if (each.note) option.append(" ", made("span", { class: "soft small" }, each.note));
      Object.assign(option.dataset, { url: each.url ?? "", value: each.value ?? each.label });
      return option;
    });
    if (!name) return made("div", { role: "presentation" }, ...options);
    const heading = made("p", { "aria-hidden": "true", class: "suggestions__heading" }, this.words[name]);
    return made("div", { role: "group", "aria-label": this.words[name] }, heading, ...options);
  }

  close() {
    clearTimeout(this.waiting);
    this.list.hidden = true;
    this.options = [];
    this.active = -1;
    this.told.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  move(to) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = (to + this.options.length) % this.options.length;
    const option = this.options[this.active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  take(number) {
    const { url, value } = this.options[number].dataset;
    this.close();
    this.asking?.abort();
    if (!url) this.input.value = value;
    else location.assign(this.withOtherWishes(new URL(url, location)));
  }

  // Where, when and what one cannot eat stay as they are, in another search.
  withOtherWishes(url) {
    if (url.pathname !== new URL(this.input.form.action).pathname) return url;
    for (const [name, value] of new FormData(this.input.form)) {
      if (value && !GIVEN_UP.has(name)) url.searchParams.append(name, value);
    }
    return url;
  }

  pressed(event) {
    const { key, altKey } = event;
    const [open, chosen] = [this.options.length > 0, this.active >= 0];
    const last = this.options.length - 1;
    if (key === "Tab") {
      if (chosen && !this.options[this.active].dataset.url) this.take(this.active);
      return this.close();
    }
    const text = this.input.value.trim();
    const acts = {
      ArrowDown: open ? () => this.move(this.active + 1) : text.length >= SHORTEST && (() => this.ask(text, () => altKey || this.options.length === 0 || this.move(0))),
      ArrowUp: open && (altKey ? () => this.close() : () => this.move(chosen ? this.active - 1 : last)),
      Home: chosen && (() => this.move(0)),
      End: chosen && (() => this.move(last)),
      Enter: chosen && (() => this.take(this.active)),
      Escape: open && (() => this.close()),
    };
    if (event.isComposing || !acts[key]) return;
    event.preventDefault();
    acts[key]();
  }
}

for (const input of document.querySelectorAll("input[data-combobox]")) new Suggestions(input);
