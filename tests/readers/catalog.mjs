// catalog.mjs FOLDER PICTURES QUERY… -- PAGE…: the pages of the catalogue in Chromium, and what its search finds.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { launch, serve } from './browser.mjs'

const [folder, pictures, ...rest] = process.argv.slice(2)
const queries = rest.slice(0, rest.indexOf('--'))
const pages = rest.slice(rest.indexOf('--') + 1)
const SITE = 'http://localhost/katalog'
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await launch()
const told = { pages: {}, searches: {}, refused: [], errors: [] }

const open = async (width, options = {}) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...options })
    const refused = await serve(context, { katalog: folder })
    const page = await context.newPage()
    page.on('pageerror', error => told.errors.push(String(error)))
    return { page, close: async () => { told.refused.push(...refused); await context.close() } }
}

for (const [width, colorScheme, names] of [[320, 'light', pages], [1280, 'light', pages], [1280, 'dark', pages.slice(-2)]]) {
    const { page, close } = await open(width, { colorScheme })
    for (const name of names) {
        let bytes = 0
        const weigh = async response => {
            if (response.request().resourceType() === 'image') return
            const { length } = await response.body()
            bytes += length
        }
        const weighed = []
        const listen = response => weighed.push(weigh(response))
        page.on('response', listen)
        await page.goto(`${SITE}/${name}`)
        page.off('response', listen)
        await Promise.all(weighed)
        await page.evaluate(axe)
        const { violations, passes } = await page.evaluate(() => globalThis.axe.run())
        told.pages[`${name} ${width} ${colorScheme}`] = {
            bytes,
            across: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            passed: passes.map(rule => rule.id),
            violated: violations.map(({ id, nodes }) => ({ id, where: nodes.map(node => node.html) })),
        }
        const picture = `${name.replaceAll('/', '-').replace('.html', '')}-${width}-${colorScheme}.png`
        await page.screenshot({ path: join(pictures, picture), fullPage: true })
    }
    await close()
}

// As somebody searches: from the front page, by the keyboard alone.
const { page, close } = await open(1280)
for (const query of queries) {
    await page.goto(`${SITE}/index.html`)
    await page.getByRole('searchbox').focus()
    await page.keyboard.type(query)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent)
    told.searches[query] = {
        said: await page.getByRole('status').textContent(),
        found: await page.locator('.results li').allInnerTexts(),
        pages: await page.locator('.results a').evaluateAll(links => links.map(link => link.getAttribute('href'))),
    }
}
await page.screenshot({ path: join(pictures, 'search.png') })
await close()

// Without JavaScript: what can be reached from the front page, and whether a search is offered that would do nothing.
const bare = await open(320, { javaScriptEnabled: false })
const reached = new Set()
const ahead = ['index.html']
while (ahead.length) {
    const name = ahead.pop()
    if (reached.has(name)) continue
    reached.add(name)
    if (!name.endsWith('.html')) continue
    await bare.page.goto(`${SITE}/${name}`)
    for (const link of await bare.page.locator('a:visible').all()) {
        const address = new URL(await link.getAttribute('href'), `${SITE}/${name}`)
        if (address.href.startsWith(`${SITE}/`)) ahead.push(decodeURIComponent(address.pathname.slice('/katalog/'.length)))
    }
    if (await bare.page.getByRole('searchbox').count()) told.errors.push(`${name} offers a search without JavaScript`)
}
await bare.close()
told.reached = [...reached].sort()

await browser.close()
process.stdout.write(JSON.stringify(told))
