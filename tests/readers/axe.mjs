// axe.mjs FOLDER WIDTH NAME…: what axe finds wrong on each of the documents in a folder, opened in Chromium.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { launch, serve } from './browser.mjs'

const [folder, width, ...names] = process.argv.slice(2)
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await launch()
const context = await browser.newContext({ viewport: { width: Number(width), height: 800 } })
await serve(context, { book: folder })
const page = await context.newPage()
const told = {}
for (const name of names) {
    await page.goto(`http://localhost/book/${name}`)
    await page.evaluate(axe)
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run({ preload: false }))
    told[name] = {
        passed: passes.map(rule => rule.id),
        violated: violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(node => node.html) })),
    }
}
await browser.close()
process.stdout.write(JSON.stringify(told))
