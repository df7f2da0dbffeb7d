-- Reads a part's markdown. Nothing else in the press takes as long, so a text is read section by section, and
-- what a section was read as is kept.

local press = require "press"
local kept = require "kept"

-- The lines of a text, cut before each line that begins a section ("## …").
local function cut(text)
  local parts, fence, depth = { {} }, nil, 0
  for _, line in ipairs(press.lines(text)) do
    local mark = line:match("^%s*(```+)") or line:match("^%s*(~~~+)")
    if fence then
      if mark and line:match("^%s*" .. fence .. "%s*$") then fence = nil end
    elseif mark then
      fence = mark
    elseif line:match("^:::") then
      depth = depth + (line:match("^:+%s*$") and -1 or 1)
    elseif depth == 0 and line:match("^## ") then
      table.insert(parts, {})
    end
    table.insert(parts[#parts], line)
  end
  return parts
end

return function(text, name)
  local whole = pandoc.Pandoc {}
  -- Pandoc takes no #id that begins with a digit, as that of a chapter's title does.
  text = text:gsub("^(#[^\n]*){#", "%1{id=")
  for i, lines in ipairs(cut(text)) do
    local part = table.concat(lines, "\n")
    local key = pandoc.utils.sha1(tostring(PANDOC_VERSION) .. press.format .. part)
    local json = kept.text("read/" .. name, key, function()
      return pandoc.write(pandoc.read(part .. "\n", press.format), "json")
    end)
    local read = pandoc.read(json, "json")
    if i == 1 then whole.meta = read.meta end
    whole.blocks:extend(read.blocks)
  end
  return whole
end
