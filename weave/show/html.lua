-- Code, tables and formulas on lines of their own, in the HTML of pages and of the EPUB.

local press = require "press"
local code = require "show.code"
local by_class = require "show.by_class"
local html = require "show.raw".html

local rules = {}

-- A box that scrolls inside itself is reached by Tab and has a name.
local function scrolls(name)
  return (' tabindex="0" role="group" aria-label="%s"'):format(name)
end

-- The lines of a block of code, each in the words that `form` finds for it. Where the page is narrow long ones
-- are broken.
local narrow = 36
local to
local pen, box, gap = '<span class="%s">%s</span>', '<span class="held">%s</span>', nil
local function lines(block, form)
  return table.concat(pandoc.List.map(code.lines(block), function(line)
    local text = table.concat(pandoc.List.map(line, function(piece) return piece.text end))
    local drawn = utf8.len(text) > narrow and code.boxed(line, html.escape, pen, box, gap)
      or code.coloured(line, html.escape, pen)
    return form(line, text):format(drawn)
  end))
end

-- How far in a line stands: there blanks are made narrow, and what is broken goes on still further in.
local function numbered(line, text)
  local number = line.number and (' data-n="%d"'):format(line.number) or ""
  local blanks = #text:match("^ *")
  local indent = blanks > 0 and (' style="--in:%d"'):format(blanks) or ""
  return '<span class="line"' .. number .. indent .. ">%s\n</span>"
end

-- What is not a table may be folded where the page is too narrow.
local function printed(line, text)
  local is_wide = #line == 1 and utf8.len(text) > press.console_columns
  return (line.typed or is_wide) and '<span class="folds">%s\n</span>' or "%s\n"
end

local listing = [[
<figure class="listing"%s>
<figcaption>%s<code>%s</code>%s</figcaption>
<pre%s><code>%s</code></pre>
</figure>]]

local function path(file) return (file:gsub("[^/]+/?", '<span class="held">%0</span>')) end

local codes = {}

function codes.listing(block)
  local given, name = block.attributes, "Listing " .. block.attributes.number
  local id, title = (' id="%s"'):format(block.identifier), ("<b>%s</b> "):format(name)
  local range = (' <span class="lines">%s</span>'):format(code.range_text(given.ranges))
  return html.block(listing, id, title, path(given.file), range, scrolls(name), lines(block, numbered))
end

function codes.source(block)
  local file = block.attributes.file
  return html.block(listing, "", "", path(file), "", scrolls(file), lines(block, numbered))
end

-- Where a command runs a program of the book, the page can run it: there the script finds a place with its words
-- and with the file that a command before it has written, and whether the text shows all that it prints.
local function runs(text)
  local places, file = {}, ""
  for command in text:gsub("\\\n *", ""):gmatch("%f[^\n\0]%$ ([^\n]*)") do
    local written, name = command:match('^echo "(.-)" > (%S+)$')
    if name then file = (' data-file="%s" data-text="%s"'):format(html.escape(name), html.escape(written)) end
    for program, words, after in command:gmatch("build/(%d%d%-%w+)([^|&;>]*)(|?)") do
      table.insert(places, ('<div class="run" data-program="%s" data-arguments="%s"%s%s></div>'):format(program,
        html.escape(words:match("^%s*(.-)%s*$")), after == "|" and " data-part" or "", file))
    end
  end
  return table.concat(places)
end

-- A console is a table more often than not, which has to keep its columns.
function codes.console(block)
  local columns = 0
  for _, line in ipairs(press.lines(block.text)) do
    if not line:find("^%$ ") then columns = math.max(columns, math.min(utf8.len(line), press.console_columns)) end
  end
  return html.block('<div class="console" style="--columns:%d"><pre%s><code>%s</code></pre>%s</div>', columns,
    scrolls("Console"), lines(block, printed), to == "html" and runs(block.text) or "")
end

-- In a line a browser would break "--lr" and "o->beta2".
function rules.Code(name)
  return html.inline("<code>%s</code>", code.boxed({ { kind = "word", text = name.text } }, html.escape, pen, box, gap))
end

rules.CodeBlock = by_class(codes, function(block)
  return html.block('<pre class="plain"%s><code>%s</code></pre>', scrolls("Code"), html.escape(block.text))
end)

-- A table in a box that scrolls, with columns as wide as they need to be.
function rules.Table(of)
  of.colspecs = of.colspecs:map(function(spec)
    return { spec[1] == "AlignLeft" and "AlignDefault" or spec[1] }
  end)
  return { html.block('<div class="table"%s>', scrolls("Table")), of, html.block("</div>") }
end

local function equation(div)
  local id, number = div.identifier, div.attributes.number
  local place = id ~= "" and (' id="%s"'):format(id) or ""
  local told = number and ('<span class="equation-number">(%s)</span>'):format(number) or ""
  local box = scrolls(number and "Equation " .. number or "Formula")
  return { html.block('<div class="equation"%s><div class="formula"%s>', place, box),
    pandoc.Plain(div.content[1].content), html.block("</div>%s</div>", told) }
end

-- What only a script shows is no part of the page before.
local function live(div)
  div.content:insert(1, html.block("<template>"))
  div.content:insert(html.block("</template>"))
  return div
end

rules.Div = by_class { equation = equation, live = live, table = function(div) return div.content end }

return function(document, given)
  to = given.to
  gap = to == "epub" and "<wbr/>" or "<wbr>"
  return document:walk(rules)
end
