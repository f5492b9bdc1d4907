// foliate.mjs BOOK FOLDER: what foliate makes of an e-book on a telephone's screen; pictures go to the folder.
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { launch, serve } from './browser.mjs'

const [book, pictures] = process.argv.slice(2)
const foliate = join(dirname(createRequire(import.meta.url).resolve('foliate-js/view.js')))
const browser = await launch()
const context = await browser.newContext({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 })
const refused = await serve(context, { book: dirname(book), foliate, here: import.meta.dirname })
const page = await context.newPage()
const errors = []
page.on('pageerror', error => errors.push(String(error)))
await page.goto('http://localhost/here/foliate.html')

// What follows runs in the page, beside foliate.
const opened = await page.evaluate(async address => {
    await import('/foliate/view.js')
    const { FootnoteHandler } = await import('/foliate/footnotes.js')
    const view = document.createElement('foliate-view')
    document.body.append(view)
    await view.open(address)
    view.renderer.setAttribute('flow', 'paginated')
    view.renderer.setAttribute('margin', '24px')
    view.renderer.setAttribute('gap', '6%')
    const handler = new FootnoteHandler()
    handler.addEventListener('before-render', ({ detail }) => {
        const dialog = document.querySelector('dialog')
        dialog.replaceChildren(detail.view)
        dialog.show()
    })
    handler.addEventListener('render', ({ detail }) => {
        const { doc } = detail.view.renderer.getContents()[0]
        globalThis.popped = { type: detail.type, hidden: detail.hidden, text: doc.body.textContent.trim() }
    })
    view.addEventListener('link', event => handler.handle(view.book, event))
    globalThis.view = view
    await view.init({})
    const { book } = view
    const at = async ({ label, href, type }) => {
        const { index, anchor } = await book.resolveHref(href)
        const doc = await book.sections[index].createDocument()
        const place = anchor(doc)
        return { label, type, section: book.sections[index].id, id: place?.id ?? null }
    }
    const all = items => Promise.all((items ?? []).map(at))
    return {
        direction: book.dir,
        language: book.metadata.language,
        title: book.metadata.title,
        sections: book.sections.map(section => section.id),
        contents: (book.toc ?? []).map(item => item.label.trim()),
        pages: await all(book.pageList),
        landmarks: await all(book.landmarks),
    }
}, `/book/${book.slice(dirname(book).length + 1)}`)

// Per section: what is set in Arabic, what is wider than the page.
const look = async section => page.evaluate(async section => {
    const { view } = globalThis
    await view.goTo(section)
    const { doc } = view.renderer.getContents()[0]
    await doc.fonts.ready
    const wordsOf = element => {
        const walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const words = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const { 0: word, index } of node.data.matchAll(/[^\s]+/g)) {
                const range = doc.createRange()
                range.setStart(node, index)
                range.setEnd(node, index + word.length)
                const { left, top, height } = range.getBoundingClientRect()
                words.push({ word, left, top, height })
            }
        return words
    }
    const arabic = [...doc.querySelectorAll('body [lang=ar]')].map(element => ({
        text: element.textContent,
        direction: doc.defaultView.getComputedStyle(element).direction,
        words: wordsOf(element),
    }))
    const style = doc.defaultView.getComputedStyle(doc.documentElement)
    const width = parseFloat(style.columnWidth) || doc.documentElement.clientWidth
    const wide = [...doc.querySelectorAll('body *')]
        .filter(element => element.getClientRects().length && !element.closest('[hidden]'))
        .filter(element => [...element.getClientRects()].some(rect => rect.width > width + 1)
            || element.clientWidth && element.scrollWidth > element.clientWidth + 1)
        .map(element => element.outerHTML.slice(0, 200))
    return { arabic, wide, width }
}, section)

const session = await context.newCDPSession(page)
await session.send('DOM.enable')
await session.send('CSS.enable')
const fontsOfArabic = async () => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const found = new Set()
    const visit = async node => {
        const attributes = node.attributes ?? []
        const place = attributes.indexOf('lang')
        if (place % 2 === 0 && attributes[place + 1] === 'ar') {
            const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
            for (const font of fonts) found.add(`${font.isCustomFont ? 'own' : 'foreign'} ${font.familyName}`)
        }
        for (const child of [...node.children ?? [], ...node.shadowRoots ?? [], node.contentDocument].filter(Boolean))
            await visit(child)
    }
    await visit(root)
    return [...found]
}

const frame = () => page.frames().find(one => one !== page.mainFrame())
const picture = name => page.screenshot({ path: join(pictures, `${name}.png`) })
const sections = {}
const marks = { note: 'sup [role=doc-noteref]', verse: '[role=doc-noteref]:not(sup *)' } // a number above, a citation
const popped = { note: null, verse: null }
for (const name of opened.sections) {
    const seen = await look(name)
    seen.fonts = seen.arabic.length ? await fontsOfArabic() : []
    sections[name] = seen
    await picture(name.split('/').at(-1).replace('.xhtml', ''))
    for (const [kind, selector] of Object.entries(marks)) {
        const mark = frame().locator(selector).first()
        if (popped[kind] || !await mark.count()) continue
        await page.evaluate(address => globalThis.view.goTo(address), `${name}#${await mark.getAttribute('id')}`)
        await mark.dispatchEvent('click')
        await page.waitForFunction(() => globalThis.popped, null, { timeout: 30000 })
        await page.waitForTimeout(200)
        popped[kind] = await page.evaluate(() => globalThis.popped)
        await picture(kind)
        await page.evaluate(() => {
            document.querySelector('dialog').close()
            globalThis.popped = null
        })
    }
}

// A reader remembers a few words, with the marks or without them.
const search = query => page.evaluate(async query => {
    const found = []
    for await (const result of globalThis.view.search({ query }))
        for (const { excerpt } of result.subitems ?? []) found.push(excerpt.match)
    return found
}, query)
const words = Object.values(sections)
    .flatMap(section => section.arabic)
    .flatMap(({ words }) => words.slice(0, -2).map((_, place) => words.slice(place, place + 3).map(({ word }) => word)))
    .map(three => three.join(' '))
    .find(three => !/[\u0640\u06d6-\u06ed]/.test(three)) // a stretched letter and a sign to pause are letters of their own
const bare = words?.replace(/[\u064b-\u065f\u0670]/g, '')
const searched = words ? { words, bare, withMarks: await search(words), without: await search(bare) } : null

await browser.close()
process.stdout.write(JSON.stringify({ ...opened, parts: sections, popped, searched, refused, errors }))
