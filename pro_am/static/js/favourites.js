// A heart changes where it is; without this the page is loaded again.
const form = document.getElementById("favourites");

form?.addEventListener("submit", async (event) => {
  const heart = event.submitter;
  if (!heart) return;
  event.preventDefault();
  event.stopPropagation(); // the form is sent again by the next heart
  const body = new FormData(form, heart);
  try {
    const answer = await fetch(heart.formAction, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
    });
    const { kept } = await answer.json();
    if (typeof kept !== "boolean") throw new Error("refused");
    for (const same of document.querySelectorAll(".heart")) {
      if (same.formAction.split("?")[0] !== heart.formAction.split("?")[0]) continue;
      same.setAttribute("aria-pressed", String(kept));
      same.value = kept ? "let-go" : "keep";
    }
  } catch {
    // Signed out meanwhile, or refused: the page that comes says so.
    const then = document.createElement("input");
    Object.assign(then, { type: "hidden", name: "then", value: heart.value });
    form.append(then);
    form.action = heart.formAction;
    form.submit();
  }
});
