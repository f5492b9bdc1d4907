// Debian's Chromium, which asks no network: what it fetches comes out of folders that are given to it.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'

const TYPES = {
    '.css': 'text/css', '.epub': 'application/epub+zip', '.html': 'text/html', '.jpg': 'image/jpeg',
    '.js': 'text/javascript', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml',
    '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.xhtml': 'application/xhtml+xml', '.xml': 'application/atom+xml',
}

export const launch = () => chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

// Give pages of a context the files of `folder` as http://localhost/...; whatever else they ask for is noted and refused.
export const serve = async (context, folders) => {
    const refused = []
    await context.route('**/*', async route => {
        const url = new URL(route.request().url())
        const [, first, ...rest] = decodeURIComponent(url.pathname).split('/')
        const folder = url.hostname === 'localhost' && folders[first]
        if (!folder) {
            refused.push(url.href)
            return route.abort()
        }
        try {
            const path = join(folder, normalize(rest.join('/')))
            await route.fulfill({ body: await readFile(path), contentType: TYPES[extname(path)] ?? 'text/plain' })
        } catch {
            refused.push(url.href)
            await route.fulfill({ status: 404, body: '' })
        }
    })
    return refused
}
