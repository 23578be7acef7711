// What people will see follows the hours while one types; without this there is a button for it.
const form = document.querySelector("form[data-preview-url]");
const shown = document.getElementById("preview-days");
let waiting;
let latest = 0;

async function refresh() {
  const asked = ++latest;
  const answer = await fetch(form.dataset.previewUrl, { method: "POST", body: new FormData(form) });
  if (asked !== latest) return; // somebody types faster than we answer
  const isNew = answer.status === 200; // with half a time typed, there is nothing new to show
  shown.classList.toggle("is-old", !isNew);
  if (isNew) shown.innerHTML = await answer.text();
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 400);
});
