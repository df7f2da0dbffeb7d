-- Writes the book's source as a zip archive, whose bytes depend on the files alone: nothing is compressed, all
-- files are of one date, and they stand in the order of the list. The metadata names it (`zip`) and the list
-- (`sources`, made by sources.sh); its one folder has the archive's name. Run by pandoc on nothing.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "lib/?.lua;") .. package.path
local press = require "press"

local remainder = {} -- of each byte, as CRC-32 has it
for byte = 0, 255 do
  local rest = byte
  for _ = 1, 8 do rest = rest >> 1 ~ (rest & 1) * 0xEDB88320 end
  remainder[byte] = rest
end

local function checksum(bytes)
  local sum = 0xFFFFFFFF
  for from = 1, #bytes, 4096 do
    for _, byte in ipairs { bytes:byte(from, from + 4095) } do
      sum = sum >> 8 ~ remainder[(sum ~ byte) & 0xFF]
    end
  end
  return ~sum & 0xFFFFFFFF
end

function Pandoc(document)
  local path = pandoc.utils.stringify(document.meta.zip)
  local folder = path:match("([^/]+)%.zip$") .. "/"
  local list = pandoc.List(press.lines(press.read(pandoc.utils.stringify(document.meta.sources))))
  -- The date of the last commit, as the format began with, and as unpackers take it, by no country's clock.
  local seconds = math.tointeger(tonumber(list:remove(1)))
  local of = os.date("!*t", seconds)
  local clock = of.hour << 11 | of.min << 5 | of.sec // 2
  local day = math.max(of.year - 1980, 0) << 9 | of.month << 5 | of.day
  local date = string.pack("<I2I2I1I4", 0x5455, 5, 1, seconds)
  local files, directory, at = {}, {}, 0
  for _, line in ipairs(list) do
    local mode, name = line:match("^(%d+) (.+)$")
    local bytes = press.read(name)
    -- What is unpacked cannot ask git for the date; this file tells it.
    if name == "weave/epoch" then bytes = seconds .. "\n" end
    -- Version 2.0, names in UTF-8, stored; the date, the sum, the size twice, and how long two names are.
    local head = string.pack("<I2I2I2I2I2I4I4I4I2I2", 20, 1 << 11, 0, clock, day, checksum(bytes), #bytes, #bytes,
      #folder + #name, #date)
    local file = "PK\3\4" .. head .. folder .. name .. date .. bytes
    local permissions = (0x8000 | tonumber(mode, 8)) << 16 -- of a file of Unix
    table.insert(files, file)
    table.insert(directory, "PK\1\2" .. string.pack("<I2", 3 << 8 | 20) .. head
      .. string.pack("<I2I2I2I4I4", 0, 0, 0, permissions, at) .. folder .. name .. date)
    at = at + #file
  end
  local entries = table.concat(directory)
  local last = "PK\5\6" .. string.pack("<I2I2I2I2I4I4I2", 0, 0, #list, #list, #entries, at, 0)
  press.write(path, table.concat(files) .. entries .. last)
  press.depends(path)
  return pandoc.Pandoc {}
end
