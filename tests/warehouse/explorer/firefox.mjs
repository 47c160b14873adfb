// Opens a page in Firefox as a reader would and prints what it found: `node firefox.mjs FIREFOX ADDRESS` -> one JSON line.

import { createRequire } from "node:module";

const require = createRequire(new URL("../../../warehouse/explorer/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
const [executablePath, address] = process.argv.slice(2);

/** Waits until the page has read its evidence and drawn and written all that was asked of it. */
const settle = page => page.waitForSelector("html[data-ready=evidence][data-busy=no]");
const text = (page, selector) => page.$eval(selector, element => element.innerText);

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const page = await browser.newPage();
const faults = [];
page.on("pageerror", error => faults.push(String(error)));
page.on("request", request => {
  if (request.url().split("#")[0] !== address && !request.url().startsWith("blob:")) faults.push(request.url());
});
await page.goto(address);
await settle(page);
const first = { count: await text(page, "#count"), peaks: (await page.$$("#peaks button")).length };
await page.keyboard.press("/");
await page.keyboard.type("type:motion");
await page.keyboard.press("Enter");
await settle(page);
const found = await text(page, "#list button > span");
await page.keyboard.press("Enter");
await settle(page);
const told = await text(page, "#event-view h2");
const trigger = await text(page, "#event-view mark.trigger");
const hash = await page.evaluate(() => location.hash);
const painted = await page.$eval("#canvas", canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
});
await browser.close();
console.log(JSON.stringify({ first, found, told, trigger, hash, painted, faults }));
