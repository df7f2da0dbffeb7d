-- Writes pages, and the EPUB, which knows no folds, no sidenotes and no pictures inside its text.

local press = require "press"
local code = require "show.code"
local drawn = require "show.figure"

local given
local rules = { traverse = "topdown" }

local function escape(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

local function raw(text, ...)
  if select("#", ...) > 0 then text = text:format(...) end
  return pandoc.RawBlock("html", text)
end
local function inline(text, ...)
  return pandoc.RawInline("html", text:format(...))
end

local function wrapped(before, content, after)
  local blocks = pandoc.List { raw(before) }
  blocks:extend(pandoc.Blocks(content):walk(rules))
  blocks:insert(raw(after))
  return blocks, false
end

-- A box that scrolls inside itself is reached by Tab and has a name.
local function scrolls(name)
  return (' tabindex="0" role="group" aria-label="%s"'):format(name)
end

function rules.Header(header)
  local number = header.attributes.number
  header.attributes.number = nil
  if given.to == "epub" then
    if header.identifier:match("^%d") then
      header.identifier = "chapter-" .. header.identifier
    end
    if number then header.content:insert(1, pandoc.Str(number .. "\u{2002}")) end
    return header
  end
  if given.stem == "book" then header.level = header.level + 1 end
  if header.level == 1 then return {} end -- the template prints the title
  header.classes = {}
  if number then
    header.content:insert(1, inline('<a class="number" href="#%s" ' .. 'aria-label="Section %s">%s</a> ',
      header.identifier, number, number))
  end
  return header
end

-- Code

local plain = { space = true, word = true, mark = true }

local function coloured(line)
  local parts = {}
  for i, piece in ipairs(line) do
    local text = escape(piece.text)
    parts[i] = plain[piece.kind] and text or ('<span class="%s">%s</span>'):format(piece.kind, text)
  end
  return table.concat(parts)
end

local function code_lines(lines)
  local parts = {}
  for i, line in ipairs(lines) do
    parts[i] = ('<span class="line"%s>%s\n</span>'):format(line.number
      and (' data-n="%d"'):format(line.number) or "", coloured(line))
  end
  return table.concat(parts)
end

-- What is not a table may be folded where the page is too narrow.
local function console_lines(lines)
  local parts = {}
  for i, line in ipairs(lines) do
    local wide = #line == 1 and (utf8.len(line[1].text) or 0) > press.console_columns
    parts[i] = ((line.typed or wide) and '<span class="folds">%s\n</span>' or "%s\n"):format(coloured(line))
  end
  return table.concat(parts)
end

function rules.CodeBlock(block)
  local class, attributes = block.classes[1], block.attributes
  local lines = code.lines(block)
  if class == "console" then
    return raw('<div class="console"><pre%s><code>%s</code></pre></div>', scrolls("Console"),
      console_lines(lines))
  elseif class ~= "listing" and class ~= "source" then
    return raw('<pre class="plain"%s><code>%s</code></pre>', scrolls("Code"), escape(block.text))
  end
  local name, id, title, range = escape(attributes.file), "", "", ""
  if class == "listing" then
    name = "Listing " .. attributes.number
    id = (' id="%s"'):format(block.identifier)
    title = "<b>" .. name .. "</b> "
    range = (' <span class="lines">%s</span>'):format(code.range_text(attributes.ranges))
  end
  return raw([[<figure class="listing"%s>
<figcaption>%s<code>%s</code>%s</figcaption>
<pre%s><code>%s</code></pre>
</figure>]], id, title, escape(attributes.file), range, scrolls(name),
    code_lines(lines))
end

-- A number that was computed says which it is, and all of its digits.
function rules.Span(span)
  if not span.classes:includes("value") then return nil end
  if given.to == "epub" then return span.content end
  span.content:insert(1, inline('<data value="%s" title="%s = %s">', span.attributes.full,
    escape(span.attributes.name), span.attributes.full))
  span.content:insert(inline("</data>"))
  return span.content
end

-- In the narrow column of the notes a name breaks at its dots and bars.
local breaking = { Code = function(name)
  return inline("<code>%s</code>", (escape(name.text):gsub("[._(,]+", "%0<wbr>"):gsub("%%", "%%%%")))
end }

-- A sidenote without script: a number that is the label of a checkbox.
local notes = 0
function rules.Note(note)
  if given.to == "epub" then return nil end
  notes = notes + 1
  local content = pandoc.List { inline('<label class="note-number" for="'
    .. 'sidenote-%d"><span class="unseen">Sidenote </span>%d</label>'
    .. '<input class="note-toggle" type="checkbox" id="sidenote-%d">'
    .. '<span class="sidenote"><span class="note-mark">%d</span> ', notes, notes, notes, notes) }
  for i, block in ipairs(note.content) do
    if i > 1 then content:insert(inline("<br>")) end
    content:extend(block.content:walk(rules):walk(breaking))
  end
  content:insert(inline("</span>"))
  return content, false
end

-- Pandoc's own table, but for its inline styles, in a box that scrolls.
function rules.Table(of)
  of = of:walk(rules)
  local text = pandoc.write(pandoc.Pandoc { of }, "html5"):gsub("<th([ >])",
    '<th scope="col"%1'):gsub('%s+style="text%-align: left;"', ""):gsub('%s+style="text%-align: (%a+);"',
    ' class="%1"'):gsub("<colgroup>.-</colgroup>%s*", ""):gsub('<table[^>]*>',
    "<table>"):gsub('<tr class="[^"]*">', "<tr>")
  return raw("<div class=\"table\"%s>\n%s\n</div>", scrolls("Table"), text), false
end

local divs = {}

function divs.equation(div)
  local id, number = div.identifier, div.attributes.number
  local blocks = wrapped(('<div class="equation"%s><div class="formula"%s>'):format(id ~= "" and ' id="' .. id
    .. '"' or "", scrolls(number and "Equation " .. number or "Formula")),
    { pandoc.Plain(div.content[1].content) }, "</div>")
  blocks:insert(raw((number and ('<span class="equation-number">(%s)</span>'):format(number) or "")
    .. "</div>"))
  return blocks, false
end

function divs.figure(div)
  local file = ("%s/figures/%s.svg"):format(press.out, div.attributes.file)
  local alt, title = div.attributes.alt, "Figure " .. div.attributes.number
  if given.to == "html" then
    return wrapped(('<figure id="%s">\n%s\n<figcaption><b>%s</b> '):format(div.identifier, drawn(file,
      div.identifier, escape(alt)), title), div.content, "</figcaption></figure>")
  end
  local caption = pandoc.List { pandoc.Strong(title), pandoc.Space() }
  caption:extend(div.content[1].content)
  return pandoc.Div({ pandoc.Plain { pandoc.Image({ pandoc.Str(alt) }, file) }, pandoc.Para(caption) },
    pandoc.Attr(div.identifier, { "figure" }))
end

function divs.fold(div)
  return wrapped(('<details class="%s"><summary>%s<span class="unseen"> %s'
    .. "</span></summary>"):format(div.classes[2], div.attributes.summary, div.attributes.of), div.content,
    "</details>")
end

divs["table"] = function(div)
  return pandoc.Blocks(div.content):walk(rules), false
end

function rules.Div(div)
  local how = divs[div.classes[1]]
  if how then return how(div) end
end

return function(document, of)
  given = of
  document.blocks = document.blocks:walk(rules)
  return document
end
