-- Writes a part of the book on paper: a class of a div becomes an environment, that of a span or of a single
-- line a macro (all in tex/book.tex). The front matter becomes the main file, which takes in the others.

local press = require "press"
local labels = require "labels"
local code = require "show.code"

local given
local rules = { traverse = "topdown" }

local special = {}
for byte in ("\\{}$&#^_~%"):gmatch(".") do
  special[byte] = "\\char" .. byte:byte() .. " "
end

local function words(text) return (text:gsub("[\\{}$&#^_~%%]", special)) end

local function escape(text) -- as words, but it is not broken into lines
  return (words(text:gsub(" ", "\1")):gsub("\1", "\\ "))
end

local function raw(text, ...)
  if select("#", ...) > 0 then text = text:format(...) end
  return pandoc.RawBlock("latex", text)
end

local function inline(text, ...)
  if select("#", ...) > 0 then text = text:format(...) end
  return pandoc.RawInline("latex", text)
end

local function place(id) return id ~= "" and "\\place{" .. id .. "}" or "" end

local function wrapped(before, content, after)
  local inlines = pandoc.Inlines(content)
  inlines:insert(1, inline(before))
  inlines:insert(inline(after))
  return inlines
end

function rules.Link(link)
  local id = link.target:match("^#(.+)$")
  if not id then return nil end
  local page = link.classes:includes("paged") and " (page~\\pageref{" .. id .. "})" or ""
  return wrapped("\\hyperref[" .. id .. "]{", link.content:walk(rules), "}" .. page), false
end

local commands = { "chapter", "section", "subsection", "subsubsection" }

function rules.Header(header)
  if header.classes:includes("name") then -- of an exercise
    local content = header.content
    content[2] = inline("}{") -- between its kicker and its title
    return pandoc.Plain(wrapped("\\exercisename{", content:walk(rules), "}")), false
  end
  local command = commands[header.level]
  if given.stem == "book" and header.level == 1 then command = "addchap" end
  if header.level == 2 and not header.attributes.number then command = "addsec" end
  -- What is to be seen at once begins a page on paper.
  local page = header.classes:includes("page") and "\\clearpage" or ""
  local id = header.identifier
  return pandoc.Plain(wrapped(page .. "\\" .. command .. "{", header.content, "}" .. (id ~= "" and "\\label{"
    .. id .. "}" or "")))
end

-- A path or a name may be broken after a slash or an underscore.
function rules.Code(name)
  return inline("\\code{" .. words(name.text):gsub("/", "/\\allowbreak{}"):gsub("\\char95 ",
    "\\char95\\allowbreak{}"):gsub("  +", function(blanks) return ("\\ "):rep(#blanks) end) .. "}")
end

-- Code: a line is a box. A short piece stays on one page, and of a long one the first two lines and the last
-- two do.

local pens = { comment = "\\cC", keyword = "\\cK", type = "\\cK", string = "\\cS", directive = "\\cD",
  name = "\\cN", typed = "\\cN", prompt = "\\cP" }

local function coloured(line)
  local parts = {}
  for i, piece in ipairs(line) do
    local pen, text = pens[piece.kind], escape(piece.text)
    parts[i] = pen and pen .. "{" .. text .. "}" or text
  end
  return table.concat(parts)
end

local function boxes(lines)
  local parts = {}
  for i, line in ipairs(lines) do
    parts[#parts + 1] = line
    if i < #lines then
      local together = #lines <= 16 or i <= 2 or i >= #lines - 2
      parts[#parts + 1] = together and "\\nobreak" or line:match("{}$") and "\\goodplace" or "\\badplace"
    end
  end
  return table.concat(parts, "\n")
end

-- A line that a program printed may be longer than the page is wide.
local function folded(line)
  local pieces, rest = {}, line[#line]
  local width = press.console_columns - (#line > 1 and 2 or 0)
  while utf8.len(rest.text) and utf8.len(rest.text) > width do
    local cut = utf8.offset(rest.text, width + 1) - 1
    local blank = rest.text:sub(1, cut):match("^.*%S() +%S*$")
    if blank and blank > cut // 2 then cut = blank end
    local piece = { kind = rest.kind, text = rest.text:sub(1, cut):gsub("%s+$", "") }
    pieces[#pieces + 1] = #line > 1 and #pieces == 0 and { line[1], piece } or { piece }
    rest = { kind = rest.kind, text = "    " .. rest.text:sub(cut + 1):gsub("^%s+", "") }
    width = press.console_columns
  end
  if #pieces == 0 then return { line } end
  pieces[#pieces + 1] = { rest }
  return pieces
end

function rules.CodeBlock(block)
  local class, attributes = block.classes[1], block.attributes
  local lines = {}
  for _, line in ipairs(code.lines(block)) do
    if class == "console" then
      for _, piece in ipairs(folded(line)) do
        lines[#lines + 1] = "\\consoleline{" .. coloured(piece) .. "}"
      end
    else
      lines[#lines + 1] = ("\\codeline{%s}{%s}"):format(line.number or "", coloured(line))
    end
  end
  local frame = class == "console" and "console" or "plaincode"
  local head = ""
  if class == "listing" then
    frame = "listing"
    head = ("{Listing %s}{%s}{%s}{%s}"):format(attributes.number, words(attributes.file),
      code.range_text(attributes.ranges), block.identifier)
  elseif class == "source" then
    frame, head = "listing", "{}{" .. words(attributes.file) .. "}{}{}"
  end
  return raw("\\begin{%s}%s\n%s\n\\end{%s}", frame, head, boxes(lines), frame)
end

local macros = { kicker = "kicker", number = "inmargin", stars = "stars", told = "told", erratum = "erratum" }

function rules.Span(span)
  local class = span.classes[1]
  if class == "value" then return span.content end
  if macros[class] then
    return wrapped(place(span.identifier) .. "\\" .. macros[class] .. "{", span.content:walk(rules), "}"),
      false
  elseif span.identifier ~= "" then
    return wrapped(place(span.identifier), span.content, "")
  end
end

local divs = {}

function divs.equation(div)
  local math, number = div.content[1].content[1], div.attributes.number
  return pandoc.Plain { inline("%s\\begin{equation*}%s\n%s\n\\end{equation*}", place(div.identifier), number
    and "\\tag{" .. number .. "}" or "", math.text:gsub("^%s+", ""):gsub("%s+$", "")) }
end

function divs.figure(div)
  return pandoc.Plain(wrapped(("\\begin{figure}[!htb]%s\\drawing{%s}\\legend{Figure %s}{"):format(place(div.identifier), div.attributes.file, div.attributes.number), div.content[1].content, "}\\end{figure}"))
end

-- A short table stays on one page: it asks for room for its rows, some of which may be two lines high, and
-- for what is above and below them.
divs["table"] = function(div)
  local rows = 0
  for _, block in ipairs(div.content) do
    if block.t == "Table" then rows = rows + #block.bodies[1].body end
  end
  if rows > 0 and rows <= 12 then
    div.content:insert(1, raw("\\needroom{%d}", rows + rows // 2 + 3))
  end
  return pandoc.Blocks(div.content):walk(rules), false
end

function divs.index(div)
  local blocks = pandoc.Blocks { raw("\\begin{terms}") }
  for n, list in ipairs(div.content) do
    for i, item in ipairs(list.content) do
      blocks:insert(pandoc.Para(wrapped(i == 1 and n > 1 and "\\letter\\term{" or "\\term{", item[1].content,
        "}")))
    end
  end
  blocks:insert(raw("\\end{terms}"))
  return blocks:walk(rules), false
end

local environments = { exercise = true, correction = true, predict = true, aid = true, grade = true,
  where = true, says = true, whose = true }

function rules.Div(div)
  local class = div.classes[1] == "section" and div.classes[2] or div.classes[1]
  if divs[class] then return divs[class](div) end
  if not environments[class] then return nil end
  if #div.content == 1 and div.content[1].t == "Plain" then
    return pandoc.Plain(wrapped("\\" .. class .. "{", div.content[1].content:walk(rules), "}")), false
  end
  div.content:insert(1, raw("\\begin{%s}{%s}", class, div.identifier))
  div.content:insert(raw("\\end{%s}", class))
  return pandoc.Blocks(div.content):walk(rules), false
end

-- A formula belongs to the paragraph that it stands in.
local function join(blocks)
  local joined = pandoc.Blocks {}
  for _, block in ipairs(blocks) do
    local last = joined[#joined]
    if block.t == "Div" and block.classes:includes("equation") and last and last.t == "Para" then
      last = last:clone()
      last.content:insert(pandoc.SoftBreak())
      last.content:extend(divs.equation(block).content)
      joined[#joined] = last
    else
      joined:insert(block)
    end
  end
  return joined
end

return function(document, of)
  given = of
  document = document:walk { Blocks = join }
  document.blocks = document.blocks:walk(rules)
  if given.stem == "book" then
    document.meta = labels.book()
    document.meta.parts = pandoc.MetaList {}
    for i, part in ipairs(labels.parts()) do
      if i > 1 then
        document.meta.parts[i - 1] = pandoc.MetaInlines { inline(part.stem) }
      end
    end
  elseif given.stem:match("^%u%-") and not labels.parts()[given.index - 1].stem:match("^%u%-") then
    document.blocks:insert(1, raw("\\appendix"))
  end
  return document
end
