// feeds.mjs FOLDER: what two apps find in the feeds of the catalogue: foliate, in Chromium, and opds-ts.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Feed } from 'opds-ts/v1.2'
import { launch, serve } from './browser.mjs'

const [folder] = process.argv.slice(2)
const SITE = 'http://localhost/katalog/'
const ROOT = `${SITE}opds/index.atom`
const foliate = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))

// foliate follows every link to a feed, and gives publications as it shows them.
const browser = await launch()
const context = await browser.newContext()
const refused = await serve(context, { katalog: folder, foliate, here: import.meta.dirname })
const page = await context.newPage()
await page.goto('http://localhost/here/foliate.html')
const byFoliate = await page.evaluate(async root => {
    const { getFeed, isOPDSCatalog, REL } = await import('/foliate/opds.js')
    const digest = async buffer =>
        [...new Uint8Array(await crypto.subtle.digest('SHA-256', buffer))].map(byte => byte.toString(16).padStart(2, '0')).join('')
    const feeds = {}
    const visit = async address => {
        if (feeds[address]) return
        const answer = await fetch(address)
        const doc = new DOMParser().parseFromString(await answer.text(), 'application/xml')
        const feed = getFeed(doc)
        const absolute = href => new URL(href, address).href
        const told = feeds[address] = { title: feed.metadata.title, ways: [], publications: [] }
        for (const { metadata, links, images } of feed.publications ?? []) {
            const covers = []
            for (const { href } of images) {
                const image = await createImageBitmap(await (await fetch(absolute(href))).blob())
                covers.push([image.width, image.height])
            }
            const files = []
            for (const { rel, href, type } of links.filter(link => link.rel.some(rel => rel.startsWith(REL.ACQ)))) {
                const buffer = await (await fetch(absolute(href))).arrayBuffer()
                files.push({ rel: rel[0], type, name: href.split('/').at(-1), sha256: await digest(buffer) })
            }
            told.publications.push({ title: metadata.title, authors: metadata.author.map(({ name }) => name), covers, files })
        }
        const onward = [...feed.navigation ?? [], ...feed.links].filter(link => isOPDSCatalog(link.type))
        told.ways = (feed.navigation ?? []).map(way => way.title)
        for (const { href } of onward) await visit(absolute(href))
    }
    await visit(root)
    return feeds
}, ROOT)
await browser.close()

// opds-ts reads the same files, from the root on.
const byOpds = {}
const visit = async address => {
    if (byOpds[address]) return
    const path = address => join(folder, decodeURIComponent(new URL(address).pathname.slice('/katalog/'.length)))
    const feed = Feed.fromXml(await readFile(path(address), 'utf8'))
    const told = byOpds[address] = { title: feed.getTitle(), ways: [], publications: [] }
    for (const entry of feed.getEntries()) {
        const links = entry.getLinks().map(link => ({ ...link, href: new URL(link.href, address).href }))
        const files = []
        for (const { rel, href, type } of links.filter(link => link.rel?.startsWith('http://opds-spec.org/acquisition')))
            files.push({
                rel, type, name: href.split('/').at(-1),
                sha256: createHash('sha256').update(await readFile(path(href))).digest('hex'),
            })
        const covers = []
        for (const { href } of links.filter(link => link.rel?.startsWith('http://opds-spec.org/image')))
            covers.push((await readFile(path(href))).subarray(0, 2).toString('hex'))
        if (files.length) told.publications.push({ title: entry.getTitle(), authors: entry.getAuthor(), covers, files })
        else {
            told.ways.push(entry.getTitle())
            for (const { href } of links) await visit(href)
        }
    }
}
await visit(ROOT)
process.stdout.write(JSON.stringify({ foliate: byFoliate, opds: byOpds, refused }))
