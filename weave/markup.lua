-- The pieces of the book in HTML, for the pages and the EPUB alike.

local press = require "press"
local shared = require "shared"

local markup = {}

function markup.escape(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;",
    [">"] = "&gt;", ['"'] = "&quot;" }))
end
local escape = markup.escape

function markup.raw(text, ...)
  if select("#", ...) > 0 then text = text:format(...) end
  return pandoc.RawBlock("html", text)
end
local raw = markup.raw

local function coloured(line)
  local parts = {}
  for _, piece in ipairs(line) do
    local text = escape(piece.text)
    if piece.kind == "space" or piece.kind == "word" or piece.kind == "mark"
    then
      parts[#parts + 1] = text
    else
      parts[#parts + 1] =
        ('<span class="%s">%s</span>'):format(piece.kind, text)
    end
  end
  return table.concat(parts)
end

-- A box of code that scrolls inside itself is reached by Tab and has a name.
local scrolls = ' tabindex="0" role="group" aria-label="%s"'

local function code_lines(lines)
  local parts = {}
  for i, line in ipairs(lines) do
    parts[i] = ('<span class="line"%s>%s\n</span>'):format(
      line.number and (' data-n="%d"'):format(line.number) or "",
      coloured(line))
  end
  return table.concat(parts)
end

function markup.listing(block)
  local given = block.attributes
  local name = "Listing " .. given.number
  return raw([[<figure class="listing" id="%s">
<figcaption><b>%s</b> <code>%s</code> <span class="lines">%s</span></figcaption>
<pre%s><code>%s</code></pre>
</figure>]], block.identifier, name, escape(given.file),
    shared.range_text(given.ranges), scrolls:format(name),
    code_lines(shared.listing_lines(block)))
end

-- The program of a solution, from its own file.
function markup.solution_code(block)
  local c = require "c"
  local file = escape(block.attributes.file)
  return raw([[<figure class="listing">
<figcaption><code>%s</code></figcaption>
<pre%s><code>%s</code></pre>
</figure>]], file, scrolls:format(file),
    code_lines(c.coloured(block.text, 1)))
end

function markup.console(block)
  local typed = {}
  for number in block.attributes.commands:gmatch("%d+") do
    typed[tonumber(number)] = true
  end
  local parts = {}
  for i, line in ipairs(press.lines(block.text)) do
    local prompt, rest = line:match("^(%$ )(.*)$")
    local text = escape(line)
    if typed[i] then
      text = (prompt and '<span class="prompt">$ </span>' or "")
        .. ('<span class="typed">%s</span>'):format(escape(rest or line))
    end
    -- What is not a table may be folded where the page is too narrow.
    if typed[i] or utf8.len(line) and utf8.len(line) > press.console_columns then
      parts[i] = ('<span class="folds">%s\n</span>'):format(text)
    else
      parts[i] = text .. "\n"
    end
  end
  return raw('<div class="console"><pre%s><code>%s</code></pre></div>',
    scrolls:format("Console"), table.concat(parts))
end

function markup.code(block)
  return raw('<pre class="plain"%s><code>%s</code></pre>',
    scrolls:format("Code"), escape(block.text))
end

function markup.code_block(block)
  local class = block.classes[1]
  if class == "listing" then return markup.listing(block) end
  if class == "console" then return markup.console(block) end
  if class == "solution-c" then return markup.solution_code(block) end
  return markup.code(block)
end

function markup.equation(div)
  local blocks = pandoc.List()
  local number = div.attributes.number
  blocks:insert(raw('<div class="equation"%s><div class="formula"%s>',
    div.identifier ~= "" and ' id="' .. div.identifier .. '"' or "",
    scrolls:format(number and "Equation " .. number or "Formula")))
  blocks:insert(pandoc.Plain(div.content[1].content))
  blocks:insert(raw("</div>"))
  if number then
    blocks:insert(raw('<span class="equation-number">(%s)</span>', number))
  end
  blocks:insert(raw("</div>"))
  return blocks
end

local align_class = { AlignRight = ' class="right"',
  AlignCenter = ' class="center"' }

function markup.table(given)
  local simple = pandoc.utils.to_simple_table(given)
  local blocks = pandoc.List()
  blocks:insert(raw('<div class="table"%s>\n<table>',
    scrolls:format("Table")))
  if #simple.caption > 0 then
    blocks:insert(raw("<caption>"))
    blocks:insert(pandoc.Plain(simple.caption))
    blocks:insert(raw("</caption>"))
  end
  local function row(cells, tag)
    blocks:insert(raw("<tr>"))
    for i, cell in ipairs(cells) do
      local scope = tag == "th" and ' scope="col"' or ""
      blocks:insert(raw("<%s%s%s>", tag, scope,
        align_class[tostring(simple.aligns[i])] or ""))
      blocks:extend(cell)
      blocks:insert(raw("</%s>", tag))
    end
    blocks:insert(raw("</tr>"))
  end
  local has_head = false
  for _, cell in ipairs(simple.headers) do
    if #cell > 0 then has_head = true end
  end
  if has_head then
    blocks:insert(raw("<thead>"))
    row(simple.headers, "th")
    blocks:insert(raw("</thead>"))
  end
  blocks:insert(raw("<tbody>"))
  for _, cells in ipairs(simple.rows) do row(cells, "td") end
  blocks:insert(raw("</tbody>\n</table></div>"))
  return blocks
end

-- A number that was computed says which it is, and all of its digits.
function markup.value(span)
  local inlines = pandoc.List(span.content)
  inlines:insert(1, pandoc.RawInline("html",
    ('<data value="%s" title="%s = %s">'):format(span.attributes.full,
      escape(span.attributes.name), span.attributes.full)))
  inlines:insert(pandoc.RawInline("html", "</data>"))
  return inlines
end

return markup
