-- Promise 3: after every listing, what the reader has typed so far compiles
-- without a warning, by gcc and by clang, as far as they are there. What has
-- compiled once is kept; a state that holds anything else is laid out in
-- build/ledger.

local press = require "press"
local c = require "c"
local kept = require "kept"
local lines = require "ledger.lines"

local states = {}

-- A state is known by its code, so no warning is about a comment.
local flags = "-std=c11 -ffp-contract=off -Wall -Wextra -Wpedantic "
  .. "-Wconversion -Wshadow -Werror -Wno-unused-function "
  .. "-Wno-unused-variable -Wno-unused-const-variable -Wno-unused-macros "
  .. "-Wno-comment -Wno-implicit-fallthrough"
local root = press.out .. "/ledger"

local looks = {} -- by path: the files below, and those of the room as typed
local named = {} -- their paths, by the name without folders
local jobs = {}

local function shell(command, ...)
  assert(os.execute(command:format(...)), command)
end

local function compilers()
  local found = {}
  for _, name in ipairs { "gcc", "clang" } do
    found[name] = io.popen(name .. " --version 2>/dev/null"):read("l")
    found[#found + 1] = found[name] and name
  end
  return found[1] and found or { "cc", cc = "cc" }
end

-- A file as compilers see it: the hash of its lines without their comments,
-- and the names of what it includes.
local function look(path, text)
  if looks[path] and looks[path].text == text then return end
  local parts, includes, name = { "\n" }, {}, path:match("[^/]*$")
  for i, token in ipairs(c.tokens(text)) do
    parts[i + 1] = token.kind == "comment" and " " or token.text
  end
  local code = table.concat(parts):gsub("[ \t]+\n", "\n"):gsub("\n+", "\n")
  for include in code:gmatch('#%s*include%s*["<]([^">\n]+)') do
    includes[#includes + 1] = include:match("[^/]*$")
  end
  named[name] = named[name] or {}
  named[name][path] = true
  looks[path] = { text = text, includes = includes,
    hash = path .. " " .. pandoc.utils.sha1(code) }
end

-- The file and, in whatever folders, those that it includes.
local function with_included(path, met)
  met[path] = true
  for _, name in ipairs(looks[path].includes) do
    for other in pairs(named[name] or {}) do
      if not met[other] then with_included(other, met) end
    end
  end
  return met
end

-- A command that must succeed on these files, unless it is known to.
local function ask(paths, job)
  local words = { job.version, job.command }
  for _, path in ipairs(press.sorted(paths)) do
    words[#words + 1] = looks[path].hash
  end
  job.key = pandoc.utils.sha1(table.concat(words, "\n"))
  if jobs[job.key] or kept.text("states", job.key, function() end) then
    return
  end
  jobs[job.key], jobs[#jobs + 1] = true, job
end

-- The listing has been typed, too.
local function check_state(room, listing, below, found)
  local from, text, folder = #jobs, {}, ("%s/%03d"):format(root, listing.order)
  for i, line in ipairs(press.lines(press.read(listing.path))) do
    local by = lines.printed[listing.path][i]
    text[i] = by and by.order <= listing.order and line or ""
  end
  look(listing.path, table.concat(text, "\n") .. "\n")
  for _, path in ipairs(room.files) do
    for _, compiler in ipairs(looks[path] and found or {}) do
      ask(with_included(path, {}), { path = path, compiler = compiler,
        version = found[compiler], folder = folder,
        where = ("%s: after listing %s,"):format(listing.source,
          listing.number),
        command = ("printf '#include \"%s\"\\ntypedef int typed_so_far;\\n' "
          .. "| %s %s -fsyntax-only -x c -I $folder -"):format(
          path:gsub("^code/", ""), compiler, flags) })
    end
  end
  if #jobs == from then return end
  -- Only what lies below the room can be included from outside it.
  shell('mkdir -p %s/%s && for room in %s; do ln -s "$PWD/code/$room" %s; done',
    folder, room.name, below, folder)
  for _, path in ipairs(room.files) do
    if looks[path] then
      press.write(path:gsub("^code", folder), looks[path].text)
    end
  end
end

-- Runs the jobs, two at a time; each leaves what was said.
local function run(fault)
  for i, job in ipairs(jobs) do
    press.write(root .. "/jobs/" .. i, ("folder=%s\nif { %s\n} >$0.log 2>&1\n"
      .. "then : >$0.ok; fi\n"):format(job.folder, job.command))
  end
  shell("seq %d | xargs -P 2 -I {} sh %s/jobs/{}", #jobs, root)
  local told = {} -- of one file, by one compiler, the first fault is enough
  for i, job in ipairs(jobs) do
    local log, what = root .. "/jobs/" .. i, job.path .. " " .. job.compiler
    local passed = kept.text("states", job.key, function()
      return press.read(log .. ".ok") and what
    end)
    if not passed and not told[what] then
      local said = press.read(log .. ".log")
      said = said:match("[^\n]*error:[^\n]*") or said:match("[^\n]*")
      fault("%s %s does not compile (%s): %s", job.where, job.path,
        job.compiler, said:gsub("^%S-/ledger/%d+/", ""))
      told[what] = true
    end
  end
end

function states.check(fault)
  local found, below, objects = compilers(), "", ""
  local count, linked = 0, 0
  shell("rm -rf %s && mkdir -p %s/jobs", root, root)
  for _, room in ipairs(lines.rooms) do
    for _, listing in ipairs(lines.listings) do
      if lines.room_of[listing.path] == room then
        check_state(room, listing, below, found)
        count = count + 1
      end
    end
    local mains = {}
    for _, path in ipairs(room.files) do
      look(path, press.read(path))
      local is_main = path:match("/main%.c$") or path:match("/%d[^/]*%.c$")
      mains[#mains + 1] = is_main and path
      if path:match("%.c$") and not is_main then
        objects = objects .. path:gsub("^code(.*)c$", " " .. press.out
          .. "/obj%1o")
      end
    end
    -- Whether the parts are all there, one compiler tells.
    for _, main in ipairs(mains) do
      ask(looks, { path = "code/" .. room.name, compiler = found[1],
        version = found[found[1]], where = "typed whole, the code of",
        command = ("%s %s -fno-lto -Icode %s%s -lm -lpthread -o $0.program")
          :format(found[1], flags, main, objects) })
      linked = linked + 1
    end
    below = below .. " " .. room.name
  end
  run(fault)
  kept.sweep("states")
  return { states = count, anew = #jobs, programs = linked,
    compilers = table.concat(found, " and ") }
end

return states
