-- Promise 2: every line of the book's own C is printed once: what teaches in the chapter, in the order of its
-- file, and the rest in an appendix.

local press = require "press"

-- The rooms with their files and listings; and, by path, each file with its room, its lines, the listing that
-- prints each of these, and the last that is printed.
local lines = { rooms = {}, files = {} }

-- Each room may lean on those before it: on the plumbing stands the shell, on that chapter on chapter, and on
-- all of them what measures.
for i, name in ipairs(pandoc.List { "plumbing", "shell" } .. press.book().chapters .. { "measure" }) do
  local room = { name = name, files = press.glob("code/" .. name .. "/*.[ch]"), listings = {} }
  lines.rooms[i] = room
  for _, path in ipairs(room.files) do
    lines.files[path] = { room = room, lines = press.lines(press.read(path)), printed = {}, last = 0 }
  end
end

local function check_listing(listing, file, fault)
  local path, printed = listing.path, file.printed
  for _, range in ipairs(listing.ranges) do
    local first, last = range:match("(%d+)%-(%d+)")
    first, last = tonumber(first), tonumber(last)
    local other, this = printed[first], ("listing %s (%s)"):format(listing.number, listing.source)
    if other then
      fault("%s:%d: printed twice, in listing %s (%s) and in %s", path, first, other.number, other.source,
        this)
    elseif first < file.last and not listing.rest then
      fault("%s:%d: %s prints it after line %d, in listing %s", path, first, this, file.last,
        printed[file.last].number)
    end
    for i = first, last do printed[i] = printed[i] or listing end
    file.last = math.max(file.last, last)
  end
end

-- Of the lines that are printed nowhere, the first of each stretch is told. Returns how many lines there are,
-- but for blank ones.
local function check_file(path, file, fault)
  local count, told = 0, false
  for i, line in ipairs(file.lines) do
    local is_text = line:find("%S") ~= nil
    local is_lost = is_text and not file.printed[i]
    if is_lost and not told then fault("%s:%d: printed nowhere: %s", path, i, line) end
    file.room.has_gaps = file.room.has_gaps or is_lost
    count, told = count + (is_text and 1 or 0), is_lost
  end
  return count
end

function lines.check(fault)
  local listings, paths, count = 0, press.sorted(lines.files), 0
  for _, stem in ipairs(press.book().stems) do
    for _, listing in ipairs(press.facts(stem).listings) do
      local file = lines.files[listing.path]
      local home = file and press.book().index[file.room.name] and file.room.name or stem
      listings = listings + 1
      listing.order, listing.source = listings, press.source(stem)
      if not file or home ~= stem and not listing.rest then
        fault("%s: listing %s prints %s, %s", listing.source, listing.number, listing.path,
          file and "whose place is " .. press.source(home) or "which is none of the book's own files")
      end
      if file then
        table.insert(file.room.listings, listing)
        check_listing(listing, file, fault)
      end
    end
  end
  for _, path in ipairs(paths) do count = count + check_file(path, lines.files[path], fault) end
  return { lines = count, files = #paths, listings = listings }
end

return lines
