// What is looked at inside a page. Each function is sent to the browser as text, so it uses nothing from outside itself,
// and returns plain data: for a check, the list of its faults.

// Shows all that a reader can unfold, solutions, hints, answers (and the forms they wait behind) and, on a phone, sidenotes; or folds it.
export function unfold(open = true) {
  for (const details of document.querySelectorAll('details')) details.open = open
  for (const answer of document.querySelectorAll('.answer')) {
    answer.hidden = !open
    answer.dispatchEvent(new Event('toggle'))
  }
  for (const box of document.querySelectorAll('input[type=checkbox]')) box.checked = open
}

// Waits until the fonts are there, and the page's own script has heard of a new width: it does before the second frame.
export async function settled() {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  await document.fonts.ready
}

// Nothing may be cut: the page does not scroll sideways, no text lies beyond its edges, and an area whose content is wider than it is
// scrolls and shows that it does, by backgrounds of which some move with the content and some stay. On paper nothing scrolls.
export function cut(isPaper) {
  const root = document.documentElement
  const faults = []
  const told = (element) => `<${element.localName}>${element.className && ` .${element.className}`} "${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}"`
  if (root.scrollWidth > root.clientWidth + 1) faults.push(`the page is ${root.scrollWidth} px wide`)
  const clips = new Set() // what cuts or scrolls its content, and all that is in it
  for (const element of document.body.querySelectorAll(':not(math *, svg *, .skip)')) {
    if (clips.has(element.parentElement)) {
      clips.add(element)
      continue
    }
    if (!element.checkVisibility()) continue
    const style = getComputedStyle(element)
    const within = element.clientWidth
    if (style.overflowX !== 'visible') {
      clips.add(element)
      if (within > 1 && element.scrollWidth > within + 1) { // narrower ones are for ears
        const shown = style.textOverflow === 'ellipsis' || (!isPaper && /auto|scroll/.test(style.overflowX) && /local.*scroll/.test(style.backgroundAttachment))
        if (!shown) faults.push(`${told(element)} is ${within} px wide, what it holds ${element.scrollWidth}`)
      }
    }
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
    if (clips.has(element) || (!own && !['IMG', 'svg', 'math', 'TABLE', 'PRE'].includes(element.nodeName))) continue
    const range = document.createRange()
    for (const node of own ? element.childNodes : [element]) {
      if (own && node.nodeType !== Node.TEXT_NODE) continue
      range.selectNode(node)
      const { left, right, width } = range.getBoundingClientRect()
      if (width > 0 && (right > root.clientWidth + 1 || left < -1)) faults.push(`${told(element)} reaches from ${Math.round(left)} to ${Math.round(right)} px`)
    }
  }
  return faults
}

// Gathers in window.changed what axe has not seen in this setting or one before: elements shown for the first time, those that begin to
// scroll, and those with a new look in this scheme, which it marks with data-new-look, for there contrast is to be measured. Text of one
// colour and size on one ground has one look; but what is out of the flow may lie on anything, and is measured each in one scheme.
// Formulas and figures it takes as one. Returns how many elements have changed.
export function findChanges(scheme) {
  const { shown, scrolling, aside, looks } = (window.seen ??= { shown: new Set(), scrolling: new Set(), aside: new Set(), looks: {} })
  const looksSeen = (looks[scheme] ??= new Set())
  const grounds = new Map()
  const outOfFlow = new Set() // each with all that is in it
  const isNew = (set, member) => set.size < set.add(member).size
  window.changed = []
  for (const element of document.body.querySelectorAll(':not(math *, svg *)')) {
    element.removeAttribute('data-new-look')
    if (!element.checkVisibility()) continue
    const { color, backgroundColor, backgroundImage, opacity, position, float, fontSize, fontWeight, overflow } = getComputedStyle(element)
    const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.5 : 24)
    if (float !== 'none' || !['static', 'relative'].includes(position) || outOfFlow.has(element.parentElement)) outOfFlow.add(element)
    let ground = grounds.get(element.parentElement) ?? ''
    if (backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none' || opacity !== '1')
      ground = (/^rgb\(/.test(backgroundColor) && opacity === '1' ? '' : ground) + [backgroundColor, backgroundImage, opacity]
    grounds.set(element, ground)
    const hasText = element.matches('input:not([type=checkbox]), select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
    const scrolls = /auto|scroll/.test(overflow) && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    const hasNewLook = hasText && [isNew(looksSeen, [color, large, ground].join()), outOfFlow.has(element) && isNew(aside, element)].some(Boolean)
    if (hasNewLook && !large) looksSeen.add([color, true, ground].join()) // of large text less is asked
    if (hasNewLook) element.setAttribute('data-new-look', '')
    if ([isNew(shown, element), scrolls && isNew(scrolling, element), hasNewLook].some(Boolean)) window.changed.push(element)
  }
  return window.changed.length
}

// Leaves of lines of code, formulas and figures only what has a new look: all else in them is as deaf to axe as it is many.
export function flatten() {
  const isSeen = (element) => !element.querySelector('[data-new-look]')
  for (const svg of [...document.querySelectorAll('main svg')].filter(isSeen)) svg.replaceChildren()
  for (const words of [...document.querySelectorAll('.line, .folds, math')].filter(isSeen)) words.textContent = words.textContent
}

// Every pair of a font and a character that the page shows: [{ font, character, sample, brought }], where brought tells that the
// first family of the font is one that the page brings with it.
export function glyphs() {
  const brought = new Set([...document.fonts].map((face) => face.family.replaceAll('"', '')))
  const found = new Map()
  const add = (text, style, sample) => {
    const font = `${style.fontStyle} ${style.fontWeight} 32px ${style.fontFamily}`
    if (style.textTransform === 'uppercase') text = text.toUpperCase()
    // MathML draws a lone letter of a formula as its italic form, which is another character
    if (style.textTransform === 'math-auto' && /^[A-Za-z]$/.test(text.trim())) {
      const letter = text.trim()
      const code = letter.charCodeAt(0)
      text = letter === 'h' ? '\u210e' : String.fromCodePoint(code < 97 ? 0x1d434 + code - 65 : 0x1d44e + code - 97)
    }
    // spaces, controls, invisible operators and variation selectors have no picture
    for (const character of text.replace(/[\s\p{Cc}\p{Cf}\u2061-\u2064\ufe00-\ufe0f]/gu, '')) {
      if (found.has(font + character)) continue
      const family = style.fontFamily.split(',')[0].trim().replaceAll('"', '')
      found.set(font + character, { font, character, sample, brought: brought.has(family) })
    }
  }
  for (const element of document.documentElement.querySelectorAll('body, body *, text, tspan')) {
    if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'annotation'].includes(element.nodeName)) continue
    if (!element.checkVisibility()) continue
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && node.data.trim())
        add(node.data, getComputedStyle(element), node.data.trim().slice(0, 40))
    for (const which of ['::before', '::after']) {
      const style = getComputedStyle(element, which)
      const quoted = /^"(.*)"$/s.exec(style.content)
      if (quoted) add(quoted[1], style, `${which} of ${element.localName}`)
    }
  }
  return [...found.values()]
}

// Of those pairs, the ones that no font draws: their picture is empty, or is that of a character that no font can have.
export function undrawn(pairs) {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const picture = (font, character) => {
    context.clearRect(0, 0, 64, 64)
    context.font = font
    context.fillText(character, 16, 44)
    return context.getImageData(0, 0, 64, 64).data.join()
  }
  const empty = picture('32px serif', ' ')
  const missing = new Map()
  return pairs.filter(({ font, character }) => {
    if (!missing.has(font)) missing.set(font, picture(font, '\u0378'))
    const drawn = picture(font, character)
    return character === '\ufffd' || drawn === empty || drawn === missing.get(font)
  })
}

// Lays the pairs out in spans of their own, so that the browser can be asked which font it took for each.
export function layOut(pairs) {
  const box = document.body.appendChild(document.createElement('div'))
  box.id = 'glyph-probe'
  for (const { font, character } of pairs) {
    const span = box.appendChild(document.createElement('span'))
    span.style.font = font
    span.textContent = character
  }
}

// Each picture says in words what it shows, and none of the words in it are cut off.
export function alternatives() {
  const faults = []
  const named = (element) => {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
    const words = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    return words || element.getAttribute('aria-label') || element.querySelector(':scope > title')?.textContent || ''
  }
  for (const image of document.querySelectorAll('img')) {
    const alt = image.getAttribute('alt') ?? ''
    if (!alt.trim() || alt.endsWith('.svg')) faults.push(`<img src="${image.getAttribute('src').slice(0, 60)}"> has alt="${alt}"`)
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.parentElement.closest('svg') || svg.getAttribute('aria-hidden') === 'true') continue
    if (svg.getAttribute('role') !== 'img' || !named(svg).trim())
      faults.push(`an <svg>${svg.id && ` (${svg.id})`} lacks role="img" or a name`)
    const edge = svg.getBoundingClientRect()
    for (const text of svg.querySelectorAll('text')) {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      if (left < edge.left - 2 || right > edge.right + 2 || top < edge.top - 2 || bottom > edge.bottom + 2)
        faults.push(`"${text.textContent.trim()}" ends outside its <svg>`)
    }
  }
  for (const figure of document.querySelectorAll('figure')) {
    if (!figure.querySelector('img, svg:not([aria-hidden=true]), pre, table, math'))
      faults.push(`the figure ${figure.id} shows nothing that has a name`)
  }
  return faults
}

// The words of a drawing are at least so many px high, and lie neither on one another nor on a line or a mark. Lines are the paths of
// straight pieces that gnuplot draws; of a word counts what its capital letters take.
export function labels(least) {
  const faults = []
  // Whether a piece of a line passes through a box, both in the box's own coordinates (Liang and Barsky).
  const passes = ([x0, y0], [x1, y1], { left, right, top, bottom }) => {
    let from = 0, to = 1
    for (const [step, room] of [[x0 - x1, x0 - left], [x1 - x0, right - x0], [y0 - y1, y0 - top], [y1 - y0, bottom - y0]]) {
      if (step === 0 && room < 0) return false
      if (step < 0) from = Math.max(from, room / step)
      if (step > 0) to = Math.min(to, room / step)
    }
    return from <= to
  }
  for (const svg of document.querySelectorAll(':is(figure, .picture) svg')) {
    if (!svg.checkVisibility()) continue
    const place = svg.closest('[id]').id
    const words = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim()).map((text) => {
      const { x, y, width, height } = text.getBBox()
      const matrix = text.getScreenCTM()
      const box = { left: x + 1, right: x + width - 1, top: y + 0.22 * height, bottom: y + 0.86 * height }
      const sizes = [...text.querySelectorAll('tspan')].filter((part) => part.textContent.trim()).map((part) => parseFloat(getComputedStyle(part).fontSize))
      const corners = [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom], [box.left, box.top]]
      return { says: `"${text.textContent.trim()}"`, box, matrix, size: Math.min(...sizes) * Math.hypot(matrix.a, matrix.b),
        lines: [corners.map(([x, y]) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f])] }
    })
    const lines = [...svg.querySelectorAll('path')].filter((path) => !path.closest('defs') && getComputedStyle(path).stroke !== 'none').flatMap((path) => {
      const { a, d, e, f } = path.getScreenCTM()
      return path.getAttribute('d').split('M').slice(1).map((piece) =>
        (piece + (/z/i.test(piece) ? piece.split('L')[0] : '')).match(/[-\d.]+,[-\d.]+/g).map((point) => point.split(',')).map(([x, y]) => [a * x + e, d * y + f]))
    })
    for (const mark of svg.querySelectorAll('use')) {
      if (mark.closest('defs')) continue
      const { left, right, top, bottom } = mark.getBoundingClientRect()
      lines.push([[left, (top + bottom) / 2], [right, (top + bottom) / 2]])
    }
    const lieOn = ({ box, matrix }, lines) => {
      const back = matrix.inverse()
      const own = ([x, y]) => [back.a * x + back.c * y + back.e, back.b * x + back.d * y + back.f]
      return lines.some((line) => line.map(own).some((point, at, points) => at > 0 && passes(points[at - 1], point, box)))
    }
    for (const [at, word] of words.entries()) {
      if (word.size < least) faults.push(`${place}: ${word.says} is ${word.size.toFixed(1)} px high`)
      if (lieOn(word, lines)) faults.push(`${place}: a line goes through ${word.says}`)
      for (const other of words.slice(at + 1)) if (lieOn(word, other.lines) || lieOn(other, word.lines)) faults.push(`${place}: ${word.says} lies on ${other.says}`)
    }
  }
  return faults
}

// Of the two drawings of a figure that has a narrow one, a phone shows that, and a wider screen the other. What is not shown is
// not read aloud either.
export function drawings(isPhone) {
  const faults = []
  for (const figure of document.querySelectorAll(':has(> .drawn-narrow)')) {
    const shown = [...figure.querySelectorAll('.drawn-wide, .drawn-narrow')].filter((drawn) => drawn.checkVisibility())
    const expected = isPhone ? 'drawn-narrow' : 'drawn-wide'
    if (shown.length !== 1 || !shown[0].classList.contains(expected))
      faults.push(`the figure ${figure.id} shows ${shown.map((drawn) => drawn.className).join(' and ') || 'nothing'}, not ${expected}`)
  }
  return faults
}

// All ids of the page, the places its elements point to, and the ids that its attributes name.
export function references() {
  const ids = [], links = [], named = []
  for (const element of document.querySelectorAll('*')) {
    if (element.id) ids.push(element.id)
    for (const { name, value } of element.attributes) {
      if (name === 'href' || name === 'src' || name === 'xlink:href') links.push({ tag: element.localName, value })
      else if (['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'].includes(name))
        named.push(...value.split(' ').filter(Boolean))
      else for (const [, id] of value.matchAll(/url\(["']?#([^)"']+)/g)) named.push(id)
    }
  }
  return { ids, links, named }
}

// The text that a reader sees, line by line, less buttons and forms, which a script may add.
export function readable() {
  const style = document.head.appendChild(document.createElement('style'))
  style.textContent = 'button, form { display: none !important }'
  const lines = document.body.innerText.split('\n').map((line) => line.trim()).filter(Boolean)
  style.remove()
  return lines
}

// The sidenotes that cannot be seen now, by number; those that are folded away with the text they stand beside do not count.
export function hiddenSidenotes() {
  return [...document.querySelectorAll('.sidenote')].flatMap((note, number) => {
    if (note.closest('details:not([open])')) return []
    const { width, height } = note.getBoundingClientRect()
    return note.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1 && height > 1 ? [] : [number]
  })
}

// The places inside sidenotes: whoever is led to one on a phone finds it hidden, for it is the note's own id that shows a note.
export function placesInSidenotes() {
  return [...document.querySelectorAll('.sidenote [id]')].map(({ id }) => id)
}

// The sidenotes that lie on one another, or on the text or the figures beside them.
export function overlaps() {
  const box = (element) => ({ element, ...element.getBoundingClientRect().toJSON() })
  const notes = [...document.querySelectorAll('.sidenote')].map(box).filter(({ width }) => width > 0)
  const blocks = [...document.querySelectorAll('main :is(p, pre, table, figure, h1, h2, h3, summary, math[display=block])')].map(box)
  const words = ({ element }) => `"${element.textContent.trim().slice(0, 30)}"`
  const faults = []
  for (const [at, note] of notes.entries())
    for (const other of [...notes.slice(at + 1), ...blocks]) {
      if (other.element.contains(note.element) || note.element.contains(other.element)) continue
      const across = Math.min(note.right, other.right) - Math.max(note.left, other.left)
      const down = Math.min(note.bottom, other.bottom) - Math.max(note.top, other.top)
      if (across > 1 && down > 1) faults.push(`the sidenote ${words(note)} lies on ${words(other)}`)
    }
  return faults
}

// What has the focus: its kind, and the place it leads to.
export function focused() {
  const element = document.activeElement
  const { top, bottom } = element.getBoundingClientRect()
  return {
    tag: element.localName,
    toggle: element.matches('input[type=checkbox], button, summary'),
    seen: top < innerHeight && bottom > 0,
    href: element.getAttribute('href') ?? '',
    name: (element.textContent || element.id).trim().slice(0, 40),
    first: element === document.body,
  }
}

// The stops of the Tab key that cannot be seen when they have the focus, neither they nor their labels.
export function stopsUnseen() {
  const seen = (it) => {
    const { width, height, right, bottom } = it.getBoundingClientRect()
    return it.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0
  }
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].flatMap((element) => {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility()) return []
    element.focus({ preventScroll: true })
    if (document.activeElement !== element || [element, ...(element.labels ?? [])].some(seen)) return []
    return [`<${element.localName}> "${(element.textContent || element.id).trim().slice(0, 40)}"`]
  })
}

// How light the page's ground is, 0 (black) to 1 (white).
export function lightness() {
  const ground = (element) => {
    const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number)
    return parts[3] === 0 ? null : (parts[0] + parts[1] + parts[2]) / 765
  }
  return ground(document.body) ?? ground(document.documentElement) ?? 1
}
