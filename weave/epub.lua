-- The second pass for the EPUB: all parts at once.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "?.lua;") .. package.path
local press = require "press"
local shared = require "shared"
local markup = require "markup"
local mathml = require "mathml"

local raw, escape = markup.raw, markup.escape
local rules = { traverse = "topdown" }
local exercises = {} -- by chapter, as they come

-- In XML a name does not begin with a digit.
local function name(id) return id:match("^%d") and "chapter-" .. id or id end

local function woven(blocks) return pandoc.Blocks(blocks):walk(rules) end

local function wrapped(before, content, after)
  local blocks = pandoc.List { before }
  blocks:extend(woven(content))
  blocks:insert(after)
  return blocks, false
end

function rules.Link(link)
  local content, label, id = shared.reference(link)
  if label then return pandoc.Link(content, "#" .. name(id)), false end
end

function rules.Header(header)
  local number = header.attributes.number
  header.attributes.number = nil
  header.identifier = name(header.identifier)
  if number then
    header.content:insert(1, pandoc.Str(number .. "\u{2002}"))
  end
  return header
end

rules.CodeBlock = markup.code_block
rules.Table = markup.table

function rules.Span(span)
  if span.classes:includes("value") then return span.content end
  if span.classes:includes("erratum") then
    local label, id = shared.correction(pandoc.utils.stringify(span.content))
    span.content:insert(1, pandoc.Str("The notebook, corrected · "))
    span.content = { pandoc.Strong(label
      and { pandoc.Link(span.content, "#" .. id) } or span.content),
      pandoc.Space() }
    return span, false
  end
end

local function figure(div)
  local given = div.attributes
  return pandoc.Div(woven {
    pandoc.Plain { pandoc.Image({ pandoc.Str(given.alt) },
      "build/figures/" .. given.file .. ".svg") },
    pandoc.Para { pandoc.Strong { pandoc.Str("Figure\u{a0}"
      .. given.number) }, pandoc.Space(),
      table.unpack(div.content[1].content) },
  }, pandoc.Attr(div.identifier, { "figure" })), false
end

local function exercise(div)
  local given = div.attributes
  local room = given.folder:match("code/([^/]+)")
  exercises[room] = exercises[room] or {}
  table.insert(exercises[room], div)
  local blocks = pandoc.List {
    raw('<p class="exercise-title"><b>Exercise %s</b> %s <span class='
      .. '"stars">%s</span> %s</p>', given.number, escape(given.title),
      shared.stars(tonumber(given.stars)),
      given.kind == "paper" and "on paper" or "in C"),
  }
  for _, block in ipairs(div.content) do
    local away = block.t == "Div" and (block.classes:includes("hint")
      or block.classes:includes("solution"))
    if not away then blocks:extend(woven { block }) end
  end
  local number = given.number
  blocks:insert(pandoc.Para {
    pandoc.Str("Answer in "), pandoc.Code("answers/" .. number .. ".c"),
    pandoc.Str(", which "), pandoc.Code("make check-" .. number),
    pandoc.Str(" makes and checks. "), pandoc.Link("Hint", "#hint-" .. number),
    pandoc.Str(" · "), pandoc.Link("Solution", "#solution-" .. number) })
  return pandoc.Div(blocks, pandoc.Attr(div.identifier, { "exercise" })),
    false
end

local function correction(div)
  local item = div.attributes.number
  local label, id, place = shared.erratum(item)
  local blocks = woven(div.content)
  blocks[1].content:insert(1, pandoc.Strong { pandoc.Str(item) })
  blocks[1].content:insert(2, pandoc.Str("\u{2002}"))
  local last = blocks[#blocks]
  if label and last.t == "Para" then
    last.content:insert(pandoc.Space())
    last.content:insert(pandoc.Link("Note in " .. place, "#" .. id))
  end
  return pandoc.Div(blocks, pandoc.Attr(div.identifier, { "correction" })),
    false
end

local function index(div)
  local items = {}
  for i, term in ipairs(shared.terms(div)) do
    local inlines = pandoc.Inlines(term.content):walk(rules)
    for n, section in ipairs(term.sections) do
      inlines:insert(pandoc.Str(n == 1 and "\u{2002}" or ", "))
      inlines:insert(pandoc.Link(section.text, "#" .. name(section.id)))
    end
    items[i] = { pandoc.Plain(inlines) }
  end
  return pandoc.Div({ pandoc.BulletList(items) },
    pandoc.Attr("", { "index" })), false
end

local function aids(part, class)
  local blocks = pandoc.List { pandoc.Header(2, { pandoc.Str(
    shared.part_name(part) .. (class == "hint" and ": hints"
      or ": solutions")) }, pandoc.Attr(class .. "s-" .. part.number)) }
  for _, div in ipairs(exercises[part.stem]) do
    local number = div.attributes.number
    local content = pandoc.List { pandoc.Para {
      pandoc.Link({ pandoc.Strong { pandoc.Str("Exercise " .. number) } },
        "#" .. div.identifier),
      pandoc.Str(" " .. div.attributes.title) } }
    for _, block in ipairs(div.content) do
      if block.t == "Div" and block.classes:includes(class) then
        content:extend(woven(block.content))
      end
    end
    blocks:insert(pandoc.Div(content, pandoc.Attr(class .. "-" .. number)))
  end
  return blocks
end

local function solutions()
  local blocks = pandoc.List()
  for _, part in ipairs(shared.labels().parts) do
    if exercises[part.stem] then
      blocks:extend(aids(part, "hint"))
      blocks:extend(aids(part, "solution"))
    end
  end
  return blocks, false
end

function rules.Div(div)
  local class = div.classes[1]
  if class == "figure" then return figure(div) end
  if class == "equation" then
    local id = div.identifier
    div.identifier = ""
    return pandoc.Div(markup.equation(div), pandoc.Attr(id)), false
  end
  if class == "exercise" then return exercise(div) end
  if class == "index" then return index(div) end
  if class == "correction" then return correction(div) end
  if class == "solutions" then return solutions() end
  if class == "predict" then
    return wrapped(raw('<div class="predict"><p class="kicker">Predict</p>'),
      div.content, raw("</div>"))
  end
end

function Pandoc(document)
  document = mathml.render(document, "the EPUB")
  document.blocks = document.blocks:walk(rules)
  local book = press.book().meta
  local meta = { title = book.title, subtitle = book.subtitle,
    author = book.author, lang = book.lang, rights = book.rights,
    description = book.description }
  meta.identifier = book.identifier
    or "urn:book:" .. pandoc.utils.stringify(book.title):lower():gsub("%W+",
      "-")
  document.meta = meta
  return document
end
