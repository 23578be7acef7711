// Shows how far an upload has come. Without this module the form is sent as any other.

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-upload]") || !form.querySelector("input[type=file]").files.length) return;
  event.preventDefault();
  if (form.querySelector(".upload-progress")) return;
  send(form, showProgress(form));
});

function showProgress(form) {
  const box = document.createElement("div");
  const words = document.createElement("p");
  const bar = document.createElement("progress");
  box.className = "upload-progress";
  words.id = "upload-words";
  words.setAttribute("role", "status");
  words.textContent = form.dataset.sending;
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-labelledby", words.id);
  box.append(words, bar);
  form.append(box);
  return { box, words, bar };
}

function send(form, { box, words, bar }) {
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
  });
  request.upload.addEventListener("load", () => {
    words.textContent = form.dataset.looking;
    bar.removeAttribute("value"); // how long that takes is not known
  });
  request.addEventListener("load", () => show(request));
  request.addEventListener("error", () => {
    bar.remove();
    box.className = "field__error";
    words.textContent = form.dataset.failed;
    box.classList.remove("upload-progress");
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
}

// The answer is a page: its main part takes the place of ours.
function show(request) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const main = page.querySelector("main");
  if (!main) return location.reload();
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  history.replaceState(null, "", request.responseURL || location.href);
  (main.querySelector(".error-summary") ?? main).focus();
  scrollTo(0, 0);
}
