-- Gives every file in a zip archive one and the same date, so that the same book is the same bytes. The
-- archive's name is the metadata field `zip`.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "lib/?.lua;") .. package.path
local press = require "press"

local midnight = string.pack("<I2I2", 0, 0x21) -- 1 January 1980

function Pandoc(document)
  local path = pandoc.utils.stringify(document.meta.zip)
  local bytes = press.read(path)
  local function date(place) bytes = bytes:sub(1, place - 1) .. midnight .. bytes:sub(place + 4) end
  -- The last record tells where the directory is and how many entries it has.
  local last = assert(bytes:match(".*()PK\5\6"), path .. ": not a zip archive")
  local count, _, at = string.unpack("<I2I4I4", bytes, last + 10)
  for _ = 1, count do -- each file is dated in the directory, and where it stands
    local name, extra, comment = string.unpack("<I2I2I2", bytes, at + 29)
    date(at + 13)
    date(string.unpack("<I4", bytes, at + 43) + 11)
    at = at + 46 + name + extra + comment
  end
  press.write(path, bytes)
  return pandoc.Pandoc {}
end
