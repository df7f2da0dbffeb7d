-- The second pass for a page of the HTML book.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "?.lua;") .. package.path
local press = require "press"
local shared = require "shared"
local markup = require "markup"
local mathml = require "mathml"
local svg = require "svg"

local raw, escape = markup.raw, markup.escape
local stem
local rules = { traverse = "topdown" }

local function inline(text, ...)
  return pandoc.RawInline("html", text:format(...))
end

local function woven(blocks) return pandoc.Blocks(blocks):walk(rules) end

local function wrapped(before, content, after)
  local blocks = pandoc.List { before }
  blocks:extend(woven(content))
  blocks:insert(after)
  return blocks, false
end

-- The address of an id; a chapter's own id is its page.
local function href(label, id)
  if label.kind == "chapter" or label.kind == "appendix" then
    return press.page(label.stem)
  end
  local page = label.stem == stem and "" or press.page(label.stem)
  return page .. "#" .. id
end

function rules.Link(link)
  local content, label, id = shared.reference(link)
  if label then
    return pandoc.Link(content, href(label, id)), false
  end
end

function rules.Header(header)
  local number = header.attributes.number
  local level = header.level + (stem == "book" and 1 or 0)
  if level == 1 then return {} end -- the template prints the title
  return wrapped(
    raw('<h%d id="%s">%s', level, header.identifier,
      number and ('<a class="number" href="#%s" aria-label="Section %s">'
        .. "%s</a> "):format(header.identifier, number, number) or ""),
    { pandoc.Plain(header.content) }, raw("</h%d>", level))
end

rules.CodeBlock = markup.code_block
rules.Table = markup.table

function rules.Span(span)
  if span.classes:includes("value") then return markup.value(span) end
  if span.classes:includes("erratum") then
    local item = pandoc.utils.stringify(span.content)
    local label, id = shared.correction(item)
    local element = label and 'a href="' .. href(label, id) .. '"' or "span"
    return { inline('<%s class="erratum">The notebook, corrected · %s</%s>'
      .. "<br>", element, item, element:match("^%a+")) }
  end
end

-- In the narrow column of the notes a name breaks at its dots and bars.
local breaking = { Code = function(code)
  return inline("<code>%s</code>",
    (escape(code.text):gsub("[._(,]+", "%0<wbr>")))
end }

-- A sidenote without script: a number that is the label of a checkbox.
local notes = 0
function rules.Note(note)
  notes = notes + 1
  local id = "sidenote-" .. notes
  local first = note.content[1].content[1]
  local target = first and first.t == "Span"
    and first.classes:includes("erratum") and first.identifier
  local content = pandoc.List {
    inline('<label class="note-number" for="%s"><span class="unseen">'
      .. 'Sidenote </span>%d</label><input class="note-toggle" '
      .. 'type="checkbox" id="%s"><span class="sidenote"%s>'
      .. '<span class="note-mark">%d</span> ', id, notes, id,
      target and (' id="%s"'):format(target) or "", notes),
  }
  for i, block in ipairs(note.content) do
    if i > 1 then content:insert(inline("<br>")) end
    content:extend(block.content:walk(rules):walk(breaking))
  end
  content:insert(inline("</span>"))
  return content, false
end

local function figure(div)
  local given = div.attributes
  return wrapped(
    raw('<figure id="%s">\n%s\n<figcaption><b>Figure %s</b> ', div.identifier,
      svg.inline("build/figures/" .. given.file .. ".svg", div.identifier,
        given.alt), given.number),
    div.content, raw("</figcaption></figure>"))
end

local function exercise(div)
  local given, id = div.attributes, div.identifier
  local stars = tonumber(given.stars)
  local blocks = pandoc.List()
  blocks:insert(raw([[<section class="exercise" id="%s" aria-labelledby="%s-title">
<h3 id="%s-title"><span class="kicker">Exercise %s</span> %s</h3>
<p class="grade"><span class="stars" role="img" aria-label="%d of 3 stars">%s</span> %s</p>]],
    id, id, id, given.number, escape(given.title), stars,
    shared.stars(stars), given.kind == "paper" and "on paper" or "in C"))
  local folded = pandoc.List()
  for _, block in ipairs(div.content) do
    local name = block.t == "Div" and ({ hint = "Hint",
      solution = "Solution" })[block.classes[1]]
    if name then
      folded:insert(raw('<details class="%s"><summary>%s<span class='
        .. '"unseen"> of exercise %s</span></summary>', block.classes[1],
        name, given.number))
      folded:extend(woven(block.content))
      folded:insert(raw("</details>"))
    else
      blocks:extend(woven { block })
    end
  end
  blocks:insert(raw('<p class="where">Answer in <code>answers/%s.c</code>, '
    .. "which <code>make&nbsp;check-%s</code> makes and checks.</p>", given.number,
    given.number))
  blocks:extend(folded)
  blocks:insert(raw("</section>"))
  return blocks, false
end

local function correction(div)
  local item = div.attributes.number
  local blocks = pandoc.List { raw('<section class="correction" id="%s" '
    .. 'aria-label="Correction %s">\n<p class="says"><span class="number">'
    .. '%s</span> ', div.identifier, item, item) }
  for i, block in ipairs(div.content) do
    if i == 1 then
      blocks:extend(woven { pandoc.Plain(block.content) })
      blocks:insert(raw("</p>"))
    else
      blocks:extend(woven { block })
    end
  end
  local label, id, place = shared.erratum(item)
  if label then
    blocks:insert(raw('<p class="told"><a href="%s">Note in %s</a></p>',
      href(label, id), place))
  end
  blocks:insert(raw("</section>"))
  return blocks, false
end

local function index(div)
  local blocks = pandoc.List { raw('<ul class="index">') }
  for _, term in ipairs(shared.terms(div)) do
    local inlines = pandoc.List { inline(term.first and '<li class="letter">'
      or "<li>") }
    inlines:extend(pandoc.Inlines(term.content):walk(rules))
    for i, section in ipairs(term.sections) do
      inlines:insert(inline('%s<a href="%s" title="%s">%s</a>',
        i == 1 and "&ensp;" or ", ", href(section.label, section.id),
        escape(section.label.title), escape(section.text)))
    end
    inlines:insert(inline("</li>"))
    blocks:insert(pandoc.Plain(inlines))
  end
  blocks:insert(raw("</ul>"))
  return blocks, false
end

-- The solutions stand folded with their exercises; here is where they are.
local function solutions()
  local blocks = pandoc.List()
  for _, part in ipairs(shared.labels().parts) do
    if #part.exercises > 0 then
      blocks:insert(raw("<h2>%s: %s</h2>\n<ul class=\"exercises\">",
        shared.part_name(part), escape(part.title)))
      for _, id in ipairs(part.exercises) do
        blocks:insert(raw('<li><a href="%s#ex-%s">Exercise %s</a> %s</li>',
          press.page(part.stem), id, id,
          escape(shared.labels().ids["ex-" .. id].title)))
      end
      blocks:insert(raw("</ul>"))
    end
  end
  return blocks
end

function rules.Div(div)
  local class = div.classes[1]
  if class == "figure" then return figure(div) end
  if class == "equation" then return markup.equation(div) end
  if class == "exercise" then return exercise(div) end
  if class == "index" then return index(div) end
  if class == "correction" then return correction(div) end
  if class == "solutions" then return solutions() end
  if class == "predict" then
    return wrapped(raw('<div class="predict" role="note"%s>'
      .. '<p class="kicker">Predict</p>', div.identifier ~= ""
      and ' id="' .. div.identifier .. '"' or ""),
      div.content, raw("</div>"))
  end
end

-- Navigation

local function section_list(part, page, class)
  local parts = { ('<ol class="%s">'):format(class) }
  for _, section in ipairs(part.sections) do
    parts[#parts + 1] =
      ('<li><a href="%s#%s"><span class="number">%s</span> %s</a></li>')
      :format(page, section.id, section.number, escape(section.title))
  end
  parts[#parts + 1] = "</ol>"
  return #part.sections > 0 and table.concat(parts, "\n") or ""
end

-- Every part of the book, with the sections of this one, or of all.
local function contents(all)
  local lines = { '<ol class="parts">' }
  for _, part in ipairs(shared.labels().parts) do
    local here = part.stem == stem
    local title = part.stem == "book" and "Title and front matter"
      or part.title
    if not (all and part.stem == "book") then
      lines[#lines + 1] = ('<li><a href="%s"%s><span class="number">%s'
        .. "</span> %s</a>"):format(press.page(part.stem),
        here and ' aria-current="page"' or "",
        part.stem == "book" and "" or part.number, escape(title))
      if here or all then
        lines[#lines + 1] = section_list(part,
          here and "" or press.page(part.stem), "sections")
      end
      lines[#lines + 1] = "</li>"
    end
  end
  lines[#lines + 1] = "</ol>"
  return table.concat(lines, "\n")
end

local function neighbour(index)
  local part = shared.labels().parts[index]
  if not part then return nil end
  return { href = press.page(part.stem), title = part.stem == "book"
    and "Title and front matter" or part.title,
    name = shared.part_name(part) }
end

function Pandoc(document)
  stem = pandoc.utils.stringify(document.meta.stem)
  local book = press.book().meta
  local part, index = shared.part(stem)
  document = mathml.render(document, press.source(stem))
  document.blocks = document.blocks:walk(rules)
  local function html(text)
    return pandoc.MetaInlines { pandoc.RawInline("html", text) }
  end
  local meta = { lang = book.lang, description = book.description,
    subtitle = book.subtitle, author = book.author, rights = book.rights }
  local title = pandoc.utils.stringify(book.title)
  meta.book = html(escape(title))
  meta.heading = html(escape(part.title))
  meta.pagetitle = html(stem == "book" and escape(title)
    or escape(part.title .. " · " .. title))
  meta.kicker = shared.part_name(part)
  meta.menu = html(contents(false))
  if stem == "book" then
    meta.front = true
    meta.contents = html(contents(true))
  else
    meta.sections = html(section_list(part, "", "sections"))
  end
  meta.previous, meta.next = neighbour(index - 1), neighbour(index + 1)
  document.meta = meta
  return document
end
