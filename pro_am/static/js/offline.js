// Lets the browser keep the pages that ask for it, and lists them where there is no network.

const { worker } = document.body.dataset;
if (worker) navigator.serviceWorker?.register(worker).catch(() => {}); // without it: as before

const list = document.querySelector("[data-copies]");
if (list && "caches" in window) {
  const cache = await caches.open("copies");
  for (const request of await cache.keys()) {
    const copy = await cache.match(request);
    const html = await copy.text();
    const title = new DOMParser().parseFromString(html, "text/html").title.split(" · ")[0];
    const at = new Date(copy.headers.get("Copied-At"));
    const link = Object.assign(document.createElement("a"), { href: request.url, textContent: title });
    const when = Object.assign(document.createElement("span"), {
      className: "soft small",
      textContent: at.toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" }),
    });
    const item = document.createElement("li");
    item.append(link, document.createElement("br"), when);
    list.append(item);
  }
  document.querySelector("[data-no-copies]").hidden = list.children.length > 0;
}

// The page is back as soon as the network is.
if (list) addEventListener("online", () => location.reload());
