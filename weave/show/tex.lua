-- Writes a part of the book on paper: a class of a div becomes an environment, that of a span or of a single
-- line a macro (all in tex/book.tex). The front matter becomes the main file, which takes in the others.

local press = require "press"
local labels = require "labels"
local code = require "show.code"
local by_class = require "show.by_class"
local tex = require "show.raw".latex

local List, stringify = pandoc.List, pandoc.utils.stringify
local rules, divs = {}, {}

local special = { [" "] = "\\ " }
for byte in ("\\{}$&#^_~%"):gmatch(".") do special[byte] = "\\char" .. byte:byte() .. "{}" end

local function words(text) return (text:gsub("%p", special)) end
-- Of code: what stands before the line's first letter, and columns, are copied, too.
local function unbroken(text)
  return (words(text):gsub("  +", function(run) return ("\\blanks{%d}"):format(#run) end):gsub(" ", "\\ "))
end
local function place(id) return id ~= "" and "\\place{" .. id .. "}" or "" end

local function wrapped(before, inlines, after)
  inlines:insert(1, tex.inline("%s", before))
  inlines:insert(tex.inline("%s", after))
  return inlines
end

function rules.Link(link)
  local id = link.target:match("^#(.+)$")
  if not id then return nil end
  local page = link.classes:includes("paged") and (" (page~\\pageref{%s})"):format(id) or ""
  return wrapped("\\hyperref[" .. id .. "]{", link.content, "}" .. page)
end

local numbered = { "chapter", "section" }
local unnumbered = { "addchap", "addsec", "subsection", "subsubsection" }

function rules.Header(header)
  local id, content = header.identifier, header.content
  if header.classes:includes("exercise-name") then -- of an exercise: its kicker and its title
    local _, gap = content:find(pandoc.Str(" "))
    content[gap] = tex.inline("}{")
    return pandoc.Plain(wrapped("\\exercisename{", content, "}"))
  end
  -- What is to be seen at once begins a page on paper.
  local page = header.classes:includes("page") and "\\atonce" or ""
  local command = (header.attributes.number and numbered or unnumbered)[header.level]
  local label = id ~= "" and ("\\label{%s}"):format(id) or ""
  return pandoc.Plain(wrapped(page .. "\\" .. command .. "{", content, "}" .. label))
end

-- A path or a name may be broken after a slash or an underscore.
function rules.Code(name)
  local text = words(name.text):gsub("/", "%0\\allowbreak{}"):gsub("\\char95", "%0\\allowbreak")
  return tex.inline("\\code{%s}", text)
end

-- Code: a line is a box. A short piece stays on one page, and of a long one the first five lines and the last
-- five do.

local function boxes(lines)
  for i = 1, #lines - 1 do
    local together = #lines <= 18 or i <= 4 or i >= #lines - 4
    local turn = together and "\\nobreak" or lines[i]:match("{}$") and "\\goodplace" or "\\badplace"
    lines[i] = lines[i] .. "\n" .. turn
  end
  return table.concat(lines, "\n")
end

-- A line that a program printed may be longer than the page is wide: it goes on below, further in.
local function folded(line)
  local lines, last = List { line }, line[#line]
  local room = press.console_columns - (#line > 1 and 2 or 0)
  while (utf8.len(last.text) or 0) > room do
    local cut = utf8.offset(last.text, room + 1) - 1
    local blank = last.text:sub(1, cut):match("^.*%S() +%S*$")
    if blank and blank > cut // 2 then cut = blank end
    local rest = { kind = last.kind, text = "    " .. last.text:sub(cut + 1):gsub("^%s+", "") }
    last.text = last.text:sub(1, cut):gsub("%s+$", "")
    lines:insert({ rest })
    last, room = rest, press.console_columns
  end
  return lines
end

local function coloured(line) return code.coloured(line, unbroken, "\\code%s{%s}") end
local function numbered(line) return ("\\codeline{%s}{%s}"):format(line.number or "", coloured(line)) end
local function printed(line) return "\\consoleline{" .. coloured(line) .. "}" end

local function framed(frame, head, lines, form)
  return tex.block("\\begin{%s}%s\n%s\n\\end{%s}", frame, head, boxes(List.map(lines, form)), frame)
end

local codes = {}

function codes.listing(block)
  local given = block.attributes
  local range = code.range_text(given.ranges)
  local head = ("{Listing %s}{%s}{%s}{%s}"):format(given.number, given.file, range, block.identifier)
  return framed("listing", head, code.lines(block), numbered)
end

function codes.source(block)
  return framed("listing", ("{}{%s}{}{}"):format(block.attributes.file), code.lines(block), numbered)
end

function codes.console(block)
  local lines = List()
  for _, line in ipairs(code.lines(block)) do lines:extend(folded(line)) end
  return framed("console", "", lines, printed)
end

rules.CodeBlock = by_class(codes, function(block)
  return framed("plaincode", "", code.lines(block), numbered)
end)

local macros = { kicker = "kicker", number = "inmargin", stars = "stars", told = "told", erratum = "erratum", is = "is" }

function rules.Span(span)
  local macro = macros[span.classes[1]]
  local before = place(span.identifier) .. (macro and ("\\%s{"):format(macro) or "")
  return wrapped(before, span.content, macro and "}" or "")
end

function divs.equation(div)
  local math, number = div.content[1].content[1], div.attributes.number
  local tag = number and ("\\tag{%s}"):format(number) or ""
  return pandoc.Plain { tex.inline("%s\\begin{equation*}%s\n%s\n\\end{equation*}", place(div.identifier), tag,
    math.text:match("^%s*(.-)%s*$")) }
end

function divs.figure(div)
  local before = ("\\begin{figure}[!htb]%s\\drawing{%s}\\legend{Figure %s}{"):format(place(div.identifier),
    div.attributes.file, div.attributes.number)
  return pandoc.Plain(wrapped(before, div.content[1].content, "}\\end{figure}"))
end

function divs.index(div)
  local blocks = pandoc.Blocks { tex.block("\\begin{terms}") }
  for n, letter in ipairs(div.content) do
    if n > 1 then blocks:insert(tex.block("\\letter")) end
    for _, item in ipairs(letter.content) do
      blocks:insert(pandoc.Para(wrapped("\\term{", item[1].content, "}")))
    end
  end
  blocks:insert(tex.block("\\end{terms}"))
  return blocks
end

-- Python, and below it the C. Code has become TeX by now.
function divs.pairs(div)
  local function is_code(inline) return inline.t == "RawInline" and inline.text:find("^\\code{") end
  local blocks = pandoc.Blocks {}
  for _, item in ipairs(div.content[1].content) do
    local term = item[1]
    for i = 2, #term - 1 do -- what stands before the code is a title
      if term[i].t == "Space" and is_code(term[i + 1]) then term[i] = tex.inline("\\quad\\color{accent}") end
    end
    local colour = is_code(term[1]) and "\\color{accent}" or ""
    blocks:insert(pandoc.Plain(wrapped("\\python{" .. colour, term, "}")))
    blocks:insert(tex.block("\\begin{inc}"))
    blocks:extend(item[2][1])
    blocks:insert(tex.block("\\end{inc}"))
  end
  return blocks
end

local environments = List {
  "exercise", "correction", "predict", "question", "reasons", "aid", "grade", "where", "says", "whose",
}

function rules.Div(div)
  local class, content = div.classes[1], div.content
  if divs[class] then return divs[class](div) end
  if not environments:includes(class) then return nil end
  if #content == 1 and content[1].t == "Plain" then
    return pandoc.Plain(wrapped("\\" .. class .. "{", content[1].content, "}"))
  end
  content:insert(1, tex.block("\\begin{%s}{%s}", class, div.identifier))
  content:insert(tex.block("\\end{%s}", class))
  return content
end

local function is(block, class) return block and block.t == "Div" and block.classes:includes(class) end

-- A short table stays on one page with the few lines, or the question, that lead to it, and their heading. It
-- asks for room: for its rows, those with much in them two lines high, and for what is above and below them.
local function hold(blocks, of)
  local rows, long, lead, at = 0, 0, blocks[#blocks], #blocks + 1
  pandoc.Blocks { of }:walk { Table = function(inner)
    for _, row in ipairs(inner.bodies[1].body) do
      local cells = List.map(row.cells, function(cell) return stringify(pandoc.Div(cell.contents)) end)
      rows, long = rows + 1, long + (#table.concat(cells) > 60 and 1 or 0)
    end
  end }
  if not lead or rows > 12 then return end
  local lines = 3 + (rows + long) * 1.1
  local length = (lead.t == "Para" or is(lead, "predict")) and #stringify(lead) or 1e9
  if length < 400 then
    lines, at = lines + length // 70 + 2, at - 1
    if at > 1 and blocks[at - 1].t == "Header" then lines, at = lines + 3, at - 1 end
  end
  blocks:insert(at, tex.block("\\needroom{%.1f}", lines))
end

-- A formula belongs to the paragraph that it stands in, and code to the words that lead to it.
local function join(blocks)
  local joined = pandoc.Blocks {}
  for _, block in ipairs(blocks) do
    local last = joined[#joined]
    local text = last and last.t == "Para"
    if text and is(block, "equation") then
      last.content:insert(pandoc.SoftBreak())
      last.content:extend(divs.equation(block).content)
    else
      if is(block, "table") or block.t == "Table" then hold(joined, block) end
      if text and block.t == "CodeBlock" and stringify(last):find(":$") then
        joined:insert(tex.block("\\nobreak"))
      end
      joined:insert(block)
    end
  end
  return joined
end

return function(document, given)
  document = document:walk { Blocks = join }:walk(rules)
  if given.stem == "book" then
    document.meta = labels.book()
    document.meta.parts = List.map(labels.parts(), function(part)
      return pandoc.MetaInlines { tex.inline(part.stem) }
    end)
    document.meta.parts:remove(1) -- this one
  elseif given.part.number == "A" then
    document.blocks:insert(1, tex.block("\\appendix"))
  end
  return document
end
