-- A figure drawn by gnuplot, made part of a page: its ids are its own, its letters are the page's, and its
-- colours follow the page, light or dark.

local press = require "press"

-- The colours that the plots use, as variables of the style sheet: black is the colour of the text and white
-- that of the paper.
local colours = { black = "currentColor", white = "var(--paper)", gray = "var(--grey)",
  lightgrey = "var(--grey-light)", ["rgb(0,0,0)"] = "currentColor", ["rgb(255,255,255)"] = "var(--paper)",
  ["rgb(0,114,178)"] = "var(--blue)", ["rgb(213,94,0)"] = "var(--vermillion)",
  ["rgb(0,158,115)"] = "var(--green)", ["rgb(230,159,0)"] = "var(--orange)",
  ["rgb(86,180,233)"] = "var(--sky)", ["rgb(204,121,167)"] = "var(--purple)",
  ["rgb(240,228,66)"] = "var(--yellow)", ["rgb(118,118,118)"] = "var(--grey)",
  ["rgb(80,80,80)"] = "var(--grey-dark)", ["rgb(192,192,192)"] = "var(--grey-light)" }

return function(path, prefix, label)
  local text = press.read(path):gsub("^.-(<svg)", "%1"):gsub("<title>.-</title>", ""):gsub("<desc>.-</desc>",
    ""):gsub("rgb%(%s*(%d+),%s*(%d+),%s*(%d+)%)", "rgb(%1,%2,%3)"):gsub("([%w-]+)%s*=%s*([\"'])([%w(),]+)%2",
    function(name, mark, value)
      if name:match("color$") or name == "fill" or name == "stroke" then
        return name .. "=" .. mark .. (colours[value] or value) .. mark
      end
    end):gsub("%sfont%-family%s*=%s*[\"']([^\"']*)[\"']", function(family)
      return family:find("Mono") and ' class="mono"' or ""
    end):gsub("(%sid=['\"])", "%1" .. prefix .. "-"):gsub("(url%(['\"]?#)", "%1" .. prefix
      .. "-"):gsub("(xlink:href=['\"]#)", "%1" .. prefix .. "-")
  local size = text:match("viewBox=['\"]([%d. ]+)['\"]")
  return (text:gsub("^<svg.->", function()
    return ('<svg viewBox="%s" role="img" aria-label="%s">'):format(size, label)
  end):gsub("%s*\n%s*", "\n"))
end
