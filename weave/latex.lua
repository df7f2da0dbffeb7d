-- The second pass for paper: one part of the book as LaTeX. The front matter
-- becomes the main file, which takes in the others.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "?.lua;") .. package.path
local press = require "press"
local shared = require "shared"
local c = require "c"

local stem
local rules = { traverse = "topdown" }

local special = {}
for byte in ("\\{}$&#^_~%"):gmatch(".") do
  special[byte] = "\\char" .. byte:byte() .. " "
end
special[" "] = "\\ "

local function escape(text)
  return (text:gsub("[\\{}$&#^_~%% ]", special))
end

local function words(text) -- as escape, but it may be broken into lines
  return (text:gsub("[\\{}$&#^_~%%]", special))
end

local function raw(text, ...)
  if select("#", ...) > 0 then text = text:format(...) end
  return pandoc.RawBlock("latex", text)
end

local function inline(text, ...)
  if select("#", ...) > 0 then text = text:format(...) end
  return pandoc.RawInline("latex", text)
end

local function woven(blocks) return pandoc.Blocks(blocks):walk(rules) end

local function wrapped(before, content, after)
  local inlines = pandoc.List { inline(before) }
  inlines:extend(content)
  inlines:insert(inline(after))
  return inlines
end

function rules.Link(link)
  local content, label, id = shared.reference(link)
  if label then
    return wrapped("\\hyperref[" .. id .. "]{", content, "}"), false
  end
end

local commands = { "chapter", "section", "subsection", "subsubsection" }

function rules.Header(header)
  local command = commands[header.level]
  if stem == "book" and header.level == 1 then command = "addchap" end
  if header.level == 2 and not header.attributes.number then
    command = "addsec"
  end
  -- What is to be seen at once begins a page on paper.
  local page = header.classes:includes("page") and "\\clearpage" or ""
  return pandoc.Plain(wrapped(page .. "\\" .. command .. "{", header.content,
    "}\\label{" .. header.identifier .. "}"))
end

-- A path or a name may be broken after a slash or an underscore.
function rules.Code(code)
  local text = words(code.text):gsub("/", "/\\allowbreak{}")
    :gsub("\\char95 ", "\\char95\\allowbreak{}"):gsub("  +", function(blanks) return ("\\ "):rep(#blanks) end)
  return inline("\\code{" .. text .. "}")
end

-- Code: a line is a box. A short piece stays on one page, and of a long one
-- the first two lines and the last two do.

local colours = { comment = "\\cC", keyword = "\\cK", type = "\\cK",
  string = "\\cS", directive = "\\cD", name = "\\cN" }

local function coloured(line)
  local parts = {}
  for i, piece in ipairs(line) do
    local command = colours[piece.kind]
    local text = escape(piece.text)
    parts[i] = command and command .. "{" .. text .. "}" or text
  end
  return table.concat(parts)
end

local function boxes(command, lines)
  local parts = {}
  for i, line in ipairs(lines) do
    parts[#parts + 1] = command .. line
    if i < #lines then
      local together = #lines <= 16 or i <= 2 or i >= #lines - 2
      parts[#parts + 1] = together and "\\nobreak"
        or line:match("{}$") and "\\goodplace" or "\\badplace"
    end
  end
  return table.concat(parts, "\n")
end

local function code_boxes(all)
  local lines = {}
  for i, line in ipairs(all) do
    lines[i] = ("{%s}{%s}"):format(line.number or "", coloured(line))
  end
  return boxes("\\codeline", lines)
end

local function listing(block)
  local given = block.attributes
  return raw("\\begin{listing}{Listing %s}{%s}{%s}{%s}\n%s\n\\end{listing}",
    given.number, words(given.file), shared.range_text(given.ranges),
    block.identifier, code_boxes(shared.listing_lines(block)))
end

-- A line that a program printed may be longer than the page is wide.
local function folded(line, width)
  local pieces = {}
  while utf8.len(line) and utf8.len(line) > width do
    local cut = utf8.offset(line, width + 1) - 1
    local blank = line:sub(1, cut):match("^.*%S() +%S*$")
    if blank and blank > cut // 2 then cut = blank end
    pieces[#pieces + 1] = line:sub(1, cut):gsub("%s+$", "")
    line = "    " .. line:sub(cut + 1):gsub("^%s+", "")
  end
  pieces[#pieces + 1] = line
  return pieces
end

local function console(block)
  local typed, lines = {}, {}
  for number in block.attributes.commands:gmatch("%d+") do
    typed[tonumber(number)] = true
  end
  for i, line in ipairs(press.lines(block.text)) do
    for n, piece in ipairs(folded(line, press.console_columns)) do
      local prompt = typed[i] and n == 1 and piece:match("^%$ ")
      local text = escape(prompt and piece:sub(3) or piece)
      if typed[i] then text = "\\cN{" .. text .. "}" end
      lines[#lines + 1] = ("{%s%s}"):format(
        prompt and "\\cP{\\char36 }\\ " or "", text)
    end
  end
  return raw("\\begin{console}\n" .. boxes("\\consoleline", lines)
    .. "\n\\end{console}")
end

function rules.CodeBlock(block)
  local class = block.classes[1]
  if class == "listing" then return listing(block) end
  if class == "console" then return console(block) end
  local lines = {}
  if class == "solution-c" then
    return raw("\\begin{listing}{}{%s}{}{}\n%s\n\\end{listing}",
      words(block.attributes.file), code_boxes(c.coloured(block.text, 1)))
  end
  for i, line in ipairs(press.lines(block.text)) do
    lines[i] = "{}{" .. escape(line) .. "}"
  end
  return raw("\\begin{plaincode}\n" .. boxes("\\codeline", lines)
    .. "\n\\end{plaincode}")
end

function rules.Span(span)
  if span.classes:includes("value") then return span.content end
  if span.classes:includes("erratum") then
    local item = pandoc.utils.stringify(span.content)
    local label, id = shared.correction(item)
    return inline("\\erratum{%s}{%s}{%s}", label and "\\hyperref[" .. id .. "]"
      or "", item, span.identifier)
  end
  if span.identifier ~= "" then
    local inlines = pandoc.List { inline("\\place{%s}", span.identifier) }
    inlines:extend(span.content)
    return inlines
  end
end

local function equation(div)
  local math = div.content[1].content[1]
  local id, number = div.identifier, div.attributes.number
  return pandoc.Plain { inline("%s\\begin{equation*}%s\n%s\n\\end{equation*}",
    id ~= "" and "\\place{" .. id .. "}" or "",
    number and "\\tag{" .. number .. "}" or "",
    math.text:gsub("^%s+", ""):gsub("%s+$", "")) }
end

local function figure(div)
  local given = div.attributes
  local caption = div.content[1].content
  return pandoc.Plain(wrapped(
    ("\\begin{figure}[!htb]\\place{%s}\\drawing{build/figures/%s.pdf}"
      .. "\\legend{Figure %s}{"):format(div.identifier, given.file,
      given.number), caption, "}\\end{figure}"))
end

local function aids(div, class)
  for _, block in ipairs(div.content) do
    if block.t == "Div" and block.classes:includes(class) then
      return block.content
    end
  end
  return {}
end

local function exercise(div)
  local given = div.attributes
  local blocks = pandoc.List { raw("\\begin{exercise}{%s}{%s}{%s}{%s}{%s}",
    div.identifier, given.number, words(given.title),
    shared.stars(tonumber(given.stars)),
    given.kind == "paper" and "on paper" or "in C") }
  for _, block in ipairs(div.content) do
    local folded_away = block.t == "Div" and
      (block.classes:includes("hint") or block.classes:includes("solution"))
    if not folded_away then blocks:extend(woven { block }) end
  end
  blocks:insert(raw("\\answerin{%s}\n\\end{exercise}", given.number))
  return blocks, false
end

local function correction(div)
  local item = div.attributes.number
  local label, id, place = shared.erratum(item)
  local blocks = pandoc.List()
  for i, block in ipairs(woven(div.content)) do
    if i == 1 then
      block = pandoc.Para(wrapped(("\\correction{%s}{%s}{"):format(
        div.identifier, item), block.content, "}"))
    elseif i == #div.content and label and block.t == "Para" then
      block.content:insert(inline("\\told{%s}{%s}", id, place))
    end
    blocks:insert(block)
  end
  return blocks, false
end

local function index(div)
  local blocks = pandoc.List { raw("\\begin{terms}") }
  for _, term in ipairs(shared.terms(div)) do
    local inlines = wrapped(term.first and "\\letter\\term{" or "\\term{",
      pandoc.Inlines(term.content):walk(rules), "}")
    for i, section in ipairs(term.sections) do
      inlines:insert(inline("%s\\hyperref[%s]{%s}", i > 1 and ", " or "",
        section.id, words(section.text)))
    end
    blocks:insert(pandoc.Para(inlines))
  end
  blocks:insert(raw("\\end{terms}"))
  return blocks, false
end

-- The appendix of solutions: hints first, so that one can be read alone.
local function solutions()
  local blocks = pandoc.List()
  for _, part in ipairs(shared.labels().parts) do
    if #part.exercises > 0 then
      local text = press.read("build/weave/" .. part.stem .. ".json")
      local exercises = pandoc.List()
      pandoc.read(text, "json").blocks:walk {
        Div = function(div)
          if div.classes:includes("exercise") then exercises:insert(div) end
        end,
      }
      for _, class in ipairs { "hint", "solution" } do
        blocks:insert(raw("\\addsec{%s: %s}", shared.part_name(part),
          class == "hint" and "hints" or "solutions"))
        for _, div in ipairs(exercises) do
          blocks:insert(raw("\\aid{%s}{%s}{%s}{%s}", class, div.identifier,
            div.attributes.number, words(div.attributes.title)))
          blocks:extend(woven(aids(div, class)))
        end
      end
    end
  end
  return blocks, false
end

-- A short table stays on one page: it asks for room for its rows, some of
-- which may be two lines high, and for what is above and below them.
local function table_in_one(div)
  local blocks, rows = pandoc.List(), 0
  for _, block in ipairs(div.content) do
    if block.t == "Table" then rows = rows + #block.bodies[1].body end
  end
  if rows > 0 and rows <= 12 then
    blocks:insert(raw("\\needroom{%d}", rows + rows // 2 + 3))
  end
  blocks:extend(woven(div.content))
  return blocks, false
end

function rules.Div(div)
  local class = div.classes[1]
  if class == "table" then return table_in_one(div) end
  if class == "figure" then return figure(div) end
  if class == "equation" then return equation(div), false end
  if class == "exercise" then return exercise(div) end
  if class == "index" then return index(div) end
  if class == "correction" then return correction(div) end
  if class == "solutions" then return solutions() end
  if class == "predict" then
    local blocks = pandoc.List { raw("\\begin{predict}%s",
      div.identifier ~= "" and "\\place{" .. div.identifier .. "}" or "") }
    blocks:extend(woven(div.content))
    blocks:insert(raw("\\end{predict}"))
    return blocks, false
  end
end

-- A formula belongs to the paragraph that it stands in.
local function join(blocks)
  local joined = pandoc.List()
  for _, block in ipairs(blocks) do
    local last = joined[#joined]
    if block.t == "Div" and block.classes:includes("equation") and last
      and last.t == "Para" then
      last = last:clone()
      last.content:insert(pandoc.SoftBreak())
      last.content:extend(equation(block).content)
      joined[#joined] = last
    else
      joined:insert(block)
    end
  end
  return joined
end

function Pandoc(document)
  stem = pandoc.utils.stringify(document.meta.stem)
  local _, index = shared.part(stem)
  document = document:walk { Blocks = join }
  document.blocks = document.blocks:walk(rules)
  if stem ~= "book" then
    local before = shared.labels().parts[index - 1]
    if stem:match("^%u%-") and not before.stem:match("^%u%-") then
      document.blocks:insert(1, raw("\\appendix"))
    end
    return document
  end
  local meta = press.book().meta
  meta.parts = pandoc.MetaList {}
  for i, part in ipairs(shared.labels().parts) do
    if i > 1 then
      meta.parts[i - 1] = pandoc.MetaInlines { inline(part.stem) }
    end
  end
  document.meta = meta
  return document
end
