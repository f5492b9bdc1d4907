// firefox.mjs PICTURES FILE…: the words that Firefox breaks in each document, in a column as narrow as a telephone's.
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'

const [pictures, ...files] = process.argv.slice(2)
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true })
const page = await browser.newPage()
await page.setViewport({ width: 300, height: 640 })
const told = {}
for (const file of files) {
    await page.goto(pathToFileURL(file).href)
    told[basename(file)] = await page.evaluate(async () => {
        await document.fonts.ready
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const words = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}’]+/gu)) {
                const range = document.createRange()
                range.setStart(node, index)
                range.setEnd(node, index + word.length)
                if (range.getClientRects().length < 2) continue // all on one line
                const tops = []
                for (let place = index; place < index + word.length; place++) {
                    range.setStart(node, place)
                    range.setEnd(node, place + 1)
                    tops.push(range.getBoundingClientRect())
                }
                const at = tops.findIndex((rect, place) => place && rect.width && rect.top > tops[place - 1].bottom - 2)
                if (at > 0) words.push({
                    word: `${word.slice(0, at)}|${word.slice(at)}`,
                    heading: Boolean(node.parentElement.closest('h1, h2, h3, h4, h5, h6')),
                    language: node.parentElement.closest('[lang]').lang,
                })
            }
        const wide = document.documentElement.scrollWidth > innerWidth
        return { words, wide }
    })
    await page.screenshot({ path: join(pictures, `${basename(file, '.xhtml')}.png`) })
}
await browser.close()
process.stdout.write(JSON.stringify(told))
