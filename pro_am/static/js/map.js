// The map in step with the list, and moved by hand. Everything on it is a link without this.

const drawing = document.querySelector(".map__drawing[data-area]");
const sheet = drawing.querySelector(".map__sheet");
const here = document.querySelector(".map__here");
const said = document.querySelector(".map [role=status]");
const pins = [...drawing.querySelectorAll(".map__pin[data-cards]")];
const cardsOf = (pin) => pin.dataset.cards.split(" ").map((id) => document.getElementById(id));
const pinOf = (card) => pins.find((pin) => pin.dataset.cards.split(" ").includes(card.id));

// Who looks at a card sees its pin, and the other way round.
function mark(element, others, name) {
  const turn = (on) => others().forEach((other) => other?.classList.toggle(name, on));
  for (const event of ["pointerenter", "focusin"]) element.addEventListener(event, () => turn(true));
  for (const event of ["pointerleave", "focusout"]) element.addEventListener(event, () => turn(false));
}
for (const pin of pins) mark(pin, () => cardsOf(pin), "is-marked");
for (const card of document.querySelectorAll(".cards > .card")) mark(card, () => [pinOf(card)], "is-on");

// A pin of one card leads to it, and says so.
drawing.addEventListener("click", (event) => {
  const id = event.target.closest(".map__pin")?.getAttribute("href");
  const card = id?.startsWith("#") && document.getElementById(id.slice(1));
  if (!card) return;
  event.preventDefault();
  const link = card.querySelector("h2 a, h3 a");
  history.replaceState(null, "", id);
  card.scrollIntoView({ block: "center" });
  link?.focus({ preventScroll: true });
  for (const other of document.querySelectorAll(".card.is-marked")) other.classList.remove("is-marked");
  card.classList.add("is-marked");
  said.textContent = said.dataset.said.replace("{card}", link?.textContent ?? card.id);
});

// Moved by hand: nothing is asked of anybody until "search this area" is followed.
const { width, height } = drawing.viewBox.baseVal;
const [south, west, north, east] = drawing.dataset.area.split(",").map(Number);
const wide = (east - west + 360) % 360;
const around = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
let x = 0;
let y = 0;
let scale = 1;

function show() {
  sheet.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
  const lon = (at) => around(west + ((at - x) / scale / width) * wide).toFixed(3);
  const lat = (at) => Math.max(-85, Math.min(85, north - ((at - y) / scale / height) * (north - south))).toFixed(3);
  const url = new URL(here.href);
  url.searchParams.set("area", [lat(height), lon(0), lat(0), lon(width)].join(","));
  url.hash = "map";
  here.href = url;
  here.hidden = false;
}

function zoom(factor, atX = width / 2, atY = height / 2) {
  const next = Math.min(8, Math.max(0.25, scale * factor));
  x = atX - ((atX - x) * next) / scale;
  y = atY - ((atY - y) * next) / scale;
  scale = next;
  show();
}

let from;
drawing.classList.add("is-movable");
drawing.addEventListener("dragstart", (event) => event.preventDefault());
drawing.addEventListener("pointerdown", (event) => {
  if (event.button === 0) from = { x: event.clientX, y: event.clientY, moved: false };
});
addEventListener("pointermove", (event) => {
  if (!from) return;
  const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
  if (!from.moved && Math.hypot(dx, dy) < 6) return;
  const unit = width / drawing.clientWidth;
  x += dx * unit;
  y += dy * unit;
  from = { x: event.clientX, y: event.clientY, moved: true };
  drawing.classList.add("is-moving");
  show();
});
addEventListener("pointerup", () => {
  // The click that ends a drag follows no pin.
  if (from?.moved) {
    const hold = (event) => event.preventDefault();
    addEventListener("click", hold, { capture: true });
    setTimeout(() => {
      removeEventListener("click", hold, { capture: true });
      drawing.classList.remove("is-moving");
    });
  }
  from = undefined;
});
addEventListener("pointercancel", () => (from = undefined));
drawing.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey) return; // the page scrolls, as everywhere
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8);
  },
  { passive: false },
);
for (const [name, factor] of [["closer", 1.5], ["wider", 1 / 1.5]]) {
  document.querySelector(`[data-move=${name}]`)?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    zoom(factor);
  });
}
