// "Near me": the browser is asked where it is when the button is pressed, never before. What goes
// into the address is rounded to a hundredth of a degree, about a kilometre.

for (const button of document.querySelectorAll("[data-near-me]")) {
  if (!navigator.geolocation) continue;
  const said = button.parentElement.querySelector("[data-near-me-said]");
  const bar = document.querySelector("form.search-bar");
  button.hidden = false;
  button.addEventListener("click", () => {
    said.textContent = said.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const asked = new URLSearchParams(new FormData(bar));
        for (const name of ["where", "area", "near"]) asked.delete(name);
        asked.set("near", `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
        for (const [name, value] of [...asked]) if (!value) asked.delete(name);
        location.assign(`${bar.action}?${asked}`);
      },
      () => {
        said.textContent = said.dataset.refused;
        bar.querySelector("[name=where]").focus();
      },
      { maximumAge: 600000, timeout: 10000 },
    );
  });
}
