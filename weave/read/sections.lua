-- Reads a part's markdown. Nothing else in the press takes as long, so a text is read section by section, and
-- what a section was read as is kept.

local press = require "press"
local kept = require "kept"

local sections = {}

-- The text cut before each line that begins a section ("## …").
local function cut(text)
  local pieces, lines, fence, depth = {}, {}, nil, 0
  for _, line in ipairs(press.lines(text)) do
    local mark = line:match("^%s*(```+)") or line:match("^%s*(~~~+)")
    if mark and not fence then
      fence = mark
    elseif mark and line:match("^%s*" .. fence .. "%s*$") then
      fence = nil
    elseif not fence and line:match("^:::+%s*%S") then
      depth = depth + 1
    elseif not fence and line:match("^:::+%s*$") then
      depth = depth - 1
    elseif not fence and depth == 0 and line:match("^## ") then
      pieces[#pieces + 1] = table.concat(lines, "\n")
      lines = {}
    end
    lines[#lines + 1] = line
  end
  pieces[#pieces + 1] = table.concat(lines, "\n")
  return pieces
end

-- Pandoc takes no id that begins with a digit: take it here.
local function take_id(header)
  local last = header.content[#header.content]
  local id = last and last.t == "Str" and last.text:match("^{#(.+)}$")
  if id then
    header.content:remove()
    if #header.content > 0 then header.content:remove() end
    header.identifier = id
  end
end

function sections.parse(text, piece)
  local whole = pandoc.Pandoc {}
  for i, part in ipairs(cut(text)) do
    local key = pandoc.utils.sha1(tostring(PANDOC_VERSION) .. press.format .. part)
    local json = kept.text("read/" .. piece.name, key, function()
      return pandoc.write(pandoc.read(part .. "\n", press.format), "json")
    end)
    local read = pandoc.read(json, "json")
    if i == 1 then whole.meta = read.meta end
    for _, block in ipairs(read.blocks) do
      if block.t == "Header" then take_id(block) end
      whole.blocks:insert(block)
    end
  end
  return whole
end

return sections
