-- The one cache: what a command printed and the files it wrote, what a text was read as, that a state
-- compiled. Its one rule: a thing is kept under a hash of the words that ask for it and of all that the files
-- hold which these words name. So a comment in a header, which changes no program, changes nothing that
-- programs are asked for. build/kept/GROUP/HASH.

local press = require "press"

local kept = {}

local used = {} -- the paths that were met

local function path(group, key) return ("%s/kept/%s/%s"):format(press.out, group, key) end

-- The key of several texts of words; not counted are the files that the command itself has `written`.
function kept.key(texts, written)
  local parts = {}
  for i, text in ipairs(texts) do
    parts[#parts + 1] = i .. ":" .. text
    for word in text:gmatch("[^%s'\"|&;<>]+") do
      local holds = #word < 256 and word:find("/") and not (written or {})[word] and press.read(word)
      if holds then parts[#parts + 1] = pandoc.utils.sha1(holds) end
    end
  end
  return pandoc.utils.sha1(table.concat(parts, "\n"))
end

function kept.get(group, key)
  used[path(group, key)] = true
  return press.read(path(group, key))
end

function kept.put(group, key, text)
  press.make_folder(press.out .. "/kept/" .. group)
  press.write(path(group, key), text)
end

-- What is kept under the key, or what `make` returns, which is kept from then on, if it is anything.
function kept.text(group, key, make)
  local text = kept.get(group, key)
  if text then return text end
  text = make()
  if text then kept.put(group, key, text) end
  return text
end

-- Forgets what a group holds and nobody asked for.
function kept.sweep(group)
  for _, file in ipairs(press.glob(path(group, "*"))) do
    if not used[file] then os.remove(file) end
  end
end

return kept
