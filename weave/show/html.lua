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

-- The lines of a block of code, each in the words that `form` finds for it.
local function lines(block, form)
  return table.concat(pandoc.List.map(code.lines(block), function(line)
    return form(line):format(code.coloured(line, html.escape, '<span class="%s">%s</span>'))
  end))
end

local function numbered(line)
  local number = line.number and (' data-n="%d"'):format(line.number) or ""
  return '<span class="line"' .. number .. ">%s\n</span>"
end

-- What is not a table may be folded where the page is too narrow.
local function printed(line)
  local is_wide = #line == 1 and utf8.len(line[1].text) > press.console_columns
  return (line.typed or is_wide) and '<span class="folds">%s\n</span>' or "%s\n"
end

local listing = [[
<figure class="listing"%s>
<figcaption>%s<code>%s</code>%s</figcaption>
<pre%s><code>%s</code></pre>
</figure>]]

local codes = {}

function codes.listing(block)
  local given, name = block.attributes, "Listing " .. block.attributes.number
  local id, title = (' id="%s"'):format(block.identifier), ("<b>%s</b> "):format(name)
  local range = (' <span class="lines">%s</span>'):format(code.range_text(given.ranges))
  return html.block(listing, id, title, given.file, range, scrolls(name), lines(block, numbered))
end

function codes.source(block)
  local file = block.attributes.file
  return html.block(listing, "", "", file, "", scrolls(file), lines(block, numbered))
end

function codes.console(block)
  return html.block('<div class="console"><pre%s><code>%s</code></pre></div>', scrolls("Console"),
    lines(block, printed))
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

rules.Div = by_class { equation = equation, table = function(div) return div.content end }

return function(document) return document:walk(rules) end
