-- Gives every file in a zip archive one and the same date, so that the same book is the same bytes. The
-- archive's name is the metadata field `zip`.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "lib/?.lua;") .. package.path
local press = require "press"

local stamp = string.pack("<I2I2", 0, 0x21) -- midnight, 1 January 1980

function Pandoc(document)
  local path = pandoc.utils.stringify(document.meta.zip)
  local bytes = press.read(path)
  -- The last record tells where the directory is and how many entries it has.
  local last = assert(bytes:match(".*()PK\5\6"), path .. ": not a zip archive")
  local count, _, at = string.unpack("<I2I4I4", bytes, last + 10)
  local parts, from = {}, 1
  local places = {}
  at = at + 1
  for _ = 1, count do
    local name, extra, comment = string.unpack("<I2I2I2", bytes, at + 28)
    places[#places + 1] = at + 12
    places[#places + 1] = string.unpack("<I4", bytes, at + 42) + 11
    at = at + 46 + name + extra + comment
  end
  table.sort(places)
  for _, place in ipairs(places) do
    parts[#parts + 1] = bytes:sub(from, place - 1)
    parts[#parts + 1] = stamp
    from = place + 4
  end
  parts[#parts + 1] = bytes:sub(from)
  press.write(path, table.concat(parts))
  return pandoc.Pandoc {}
end
