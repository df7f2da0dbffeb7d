-- Promises 4 to 6 begin here: makes the runs that plots/NN/runs or plots/NN/statistics lists, one a line
-- (name : arguments : values kept), or runs what measures for a chapter. Its files land in build/data/NN, and
-- one there is replaced only by another content, so that make sees what really changed. Run by pandoc on
-- nothing; the metadata says the chapter's `stem` and in `list` the name of the list, or "measure".

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "lib/?.lua;") .. package.path
local press = require "press"
local kept = require "kept"
local values = require "values"

-- The files, by name, that a command writes, or wrote when it was kept; a @ in it stands for their folder.
local function files_of(group, command, place)
  local scratch = press.out .. "/kept/" .. group .. ".new"
  local text = kept.text(group, kept.key { command }, function()
    if not os.execute(("rm -rf @ && mkdir -p @ && " .. command):gsub("@", press.quote(scratch))) then
      press.fault(place, nil, "its run failed: %s", command)
      return nil
    end
    local files = {}
    for _, path in ipairs(press.glob(press.quote(scratch) .. "/*")) do
      files[path:match("[^/]+$")] = press.read(path)
      os.remove(path)
    end
    os.remove(scratch)
    return "return " .. press.serialise(files)
  end)
  return text and load(text)() or {}
end

function Pandoc(nothing)
  local stem = pandoc.utils.stringify(nothing.meta.stem)
  local list = pandoc.utils.stringify(nothing.meta.list)
  local folder, group = press.out .. "/data/" .. stem, "data/" .. stem .. "-" .. list
  press.make_folder(folder)
  local changed = not press.read(folder .. "/changed")
  local function make(command, place)
    for name, text in pairs(files_of(group, command, place)) do
      changed = press.update(folder .. "/" .. name, text) or changed
    end
  end
  if list == "measure" then
    make(press.out .. "/obj/measure-" .. stem .. " @", "code/measure/" .. stem .. ".c")
  else
    for _, run in ipairs(values.runs(stem, list)) do
      -- A run over many starts leaves no trace, nor one that does not train.
      local whole = run.arguments:find("--starts", 1, true) or run.arguments:find("--nearest", 1, true)
      local trace = whole and "" or " --trace @/" .. run.name .. ".csv"
      local call = ("%s/%s %s --quiet --values @/%s.values"):format(press.out, stem, run.arguments, run.name)
      make(call .. trace, run.place)
    end
  end
  if changed then press.write(folder .. "/changed", "") end
  press.stop_if_faulty()
  kept.sweep(group)
  return pandoc.Pandoc {}
end
