-- What only a page has: numbers of sections that are links, sidenotes, folds, figures inside the text,
-- numbers that tell the command which gives them, and menus around it all.

local press = require "press"
local labels = require "labels"
local values = require "values"
local drawn = require "show.figure"
local by_class = require "show.by_class"
local html = require "show.raw".html

local rules = {}
local stem, notes

function rules.Header(header)
  if stem == "book" then header.level = header.level + 1 end
  if header.level == 1 then return {} end -- the template prints the title
  local id, number = header.identifier, header.attributes.number
  local place = '<a class="number" href="#%s" aria-label="Section %s">%s</a> '
  if number then header.content:insert(1, html.inline(place, id, number, number)) end
  return pandoc.Header(header.level, header.content, { id = id })
end

-- A sidenote without script: a number that is the label of a checkbox. Where the page is too narrow for it, it
-- is hidden, but for one that is led to: so it has the id of what it begins with.
local sidenote = '<label class="note-number" for="sidenote-%d">'
  .. '<span class="unseen">Sidenote </span>%d</label>'
  .. '<input class="note-toggle" type="checkbox" id="sidenote-%d">'
  .. '<span class="sidenote"%s><span class="note-mark">%d</span> '

-- In the narrow column of the notes a long name breaks at its dots and bars.
local breaking = { Code = function(name)
  if not name.text:find("%S" .. ("[^%s]"):rep(26)) then return nil end
  return html.inline("<code>%s</code>", (html.escape(name.text):gsub("[._(,]+", "%0<wbr>")))
end }

function rules.Note(note)
  notes = notes + 1
  local first, id = note.content[1].content[1], ""
  if first.t == "Span" and first.identifier ~= "" then
    first.identifier, id = "", (' id="%s"'):format(first.identifier)
    note.content[1].content[1] = first
  end
  local content = pandoc.List { html.inline(sidenote, notes, notes, notes, id, notes) }
  for i, block in ipairs(note.content) do
    if i > 1 then content:insert(html.inline("<br>")) end
    content:extend(block.content:walk(breaking))
  end
  content:insert(html.inline("</span>"))
  return content
end

rules.Span = by_class { value = function(span)
  local content, full = span.content, span.attributes.full
  local command, name = values.command(span.attributes.name)
  content:insert(1, html.inline('<data value="%s" title="%s&#10;%s = %s">', full, html.escape(command), name, full))
  content:insert(html.inline("</data>"))
  return content
end }

local function wrapped(before, content, after)
  content:insert(1, before)
  content:insert(html.block(after))
  return content
end

local function figure(div)
  local given, id = div.attributes, div.identifier
  local svg = drawn(given.file, id, given.alt)
  local before = html.block('<figure id="%s">\n%s\n<figcaption><b>Figure %s</b> ', id, svg, given.number)
  return wrapped(before, div.content, "</figcaption></figure>")
end

local function fold(div)
  div.content:insert(2, html.block("</summary>"))
  return wrapped(html.block('<details class="fold %s"><summary>', div.classes[2]), div.content, "</details>")
end

-- What follows a prediction is text, which the script holds back until the reader has guessed.
local guess = [[
<form class="guess"><label>Your guess <input autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<button type="submit">I have guessed</button> <button type="button">Show me</button></form>
<div class="answer">]]

local function answer(div) return wrapped(html.block(guess), div.content, "</div>") end

rules.Div = by_class { figure = figure, fold = fold, answer = answer }

-- A part as menus name it, with its sections.
local function entry(part)
  local page, is_front, is_here = press.page(part.stem), part.stem == "book", part.stem == stem
  local function section(of)
    return { href = (is_here and "" or page) .. "#" .. of.id, number = of.number, title = of.title, map = of.map }
  end
  return { href = page, name = labels.part_name(part), number = not is_front and part.number or nil,
    title = is_front and "Front matter" or part.title, current = is_here, unfolded = is_here or is_front,
    sections = pandoc.List.map(part.sections, section) }
end

return function(document, given)
  stem, notes = given.stem, 0
  document = document:walk(rules)
  local meta, parts, i = labels.book(), pandoc.List.map(labels.parts(), entry), given.index
  meta.parts, meta.here, meta.previous, meta.next = parts, parts[i], parts[i - 1], parts[i + 1]
  meta.front = stem == "book"
  meta.here.mapped = pandoc.List(given.part.sections):find_if(function(of) return of.map end) ~= nil
  meta.name, meta.editions = given.name, given.editions
  meta.about = meta.inside[tonumber(parts[i].number)] or meta.description
  -- Where the pages are found, if anywhere.
  meta.root = meta.address and meta.address:gsub("[^/]*%.html$", ""):gsub("/*$", "/")
  if meta.front and meta.picture then
    meta.drawing = pandoc.MetaBlocks { html.block("%s", drawn(meta.picture, "picture", meta["picture-alt"] or "")) }
  end
  document.meta = meta
  press.depends(press.out .. "/book/" .. press.page(stem))
  return document
end
