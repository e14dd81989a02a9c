package boot

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/parsers/graph"
)

// maxParts bounds the parts of a MIME archive, and archives within archives.
const maxParts = 64

// userData reads a text by its beginning (cloud-init documentation, "User-data formats").
func (r *reader) userData(text string, depth int) {
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	if text == "" {
		return
	}
	if depth > maxNesting {
		r.unread("a script that is too long or too deep")
		return
	}
	first, rest, _ := strings.Cut(text, "\n")
	lower := strings.ToLower(first)
	switch {
	case windows(text):
		r.out.Windows = true
	case strings.HasPrefix(lower, "content-type:") || strings.HasPrefix(lower, "mime-version:"):
		r.archive(text, depth)
	case strings.HasPrefix(lower, "## template"):
		r.userData(rest, depth+1)
	case strings.HasPrefix(lower, "#cloud-config-archive"), strings.HasPrefix(lower, "#include"), strings.HasPrefix(lower, "#part-handler"):
		r.unread("user data from elsewhere")
	case strings.HasPrefix(lower, "#cloud-config"):
		r.cloudConfig(text)
	case strings.HasPrefix(text, "{") || strings.HasPrefix(text, "["): // Ignition, Bottlerocket
		r.unread("user data that is neither a script nor cloud-config")
	case strings.HasPrefix(text, graph.Hole) && !strings.Contains(strings.TrimSpace(text), "\n"):
		r.unread("user data that is not known")
	default:
		r.program(text)
	}
}

// windows tells whether a text is for EC2Launch.
func windows(text string) bool {
	lower := strings.ToLower(text)
	return strings.Contains(lower, "<powershell>") || strings.Contains(lower, "<script>")
}

// interpreter is the base name of the program that the first line names, "" where it names none.
func interpreter(text string) string {
	first, _, _ := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	rest, ok := strings.CutPrefix(first, "#!")
	if !ok {
		return ""
	}
	words := strings.Fields(rest)
	if len(words) > 1 && path.Base(words[0]) == "env" {
		words = words[1:]
		for len(words) > 1 && strings.HasPrefix(words[0], "-") {
			words = words[1:]
		}
	}
	if len(words) == 0 || strings.Contains(words[0], graph.Hole) {
		return ""
	}
	return path.Base(words[0])
}

// boundaryOf finds the boundary in the headers of an archive.
var boundaryOf = regexp.MustCompile(`(?i)boundary="?([^"\s;]+)`)

// archive reads the parts of a MIME archive, as leniently as cloud-init does.
func (r *reader) archive(text string, depth int) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	headers, body := headersOf(text)
	boundary := boundaryOf.FindStringSubmatch(headers)
	if len(boundary) == 0 || strings.Contains(boundary[1], graph.Hole) {
		r.unread("a MIME archive that is broken")
		return
	}
	parts := 0
	var part strings.Builder
	inside := false
	for line := range strings.Lines(body) {
		trimmed := strings.TrimSpace(line)
		if trimmed != "--"+boundary[1] && trimmed != "--"+boundary[1]+"--" {
			part.WriteString(line)
			continue
		}
		if inside {
			r.part(part.String(), depth)
		}
		part.Reset()
		inside = !strings.HasSuffix(trimmed, boundary[1]+"--")
		if parts++; parts > maxParts {
			r.unread("a MIME archive of many parts")
			return
		}
	}
	if inside { // not closed
		r.part(part.String(), depth)
	}
}

// part reads one part of an archive by its type.
func (r *reader) part(text string, depth int) {
	headers, body := headersOf(text)
	headers = strings.ToLower(headers)
	if strings.Contains(headers, "base64") {
		body = decoded(body)
	}
	switch {
	case strings.Contains(headers, "text/cloud-config"):
		r.cloudConfig(body)
	case strings.Contains(headers, "text/x-include"):
		r.unread("user data from elsewhere")
	default:
		r.userData(body, depth+1)
	}
}

var header = regexp.MustCompile(`^[A-Za-z-]+:`)

// headersOf takes the headers from the beginning of a text: up to an empty line, or one that is no header.
func headersOf(text string) (headers, body string) {
	body = strings.TrimLeft(text, "\n")
	for body != "" {
		line, rest, _ := strings.Cut(body, "\n")
		switch {
		case strings.TrimSpace(line) == "":
			return headers, rest
		case header.MatchString(line), headers != "" && (line[0] == ' ' || line[0] == '\t'):
			headers += line + "\n"
		default:
			return headers, body
		}
		body = rest
	}
	return headers, ""
}

// decoded is a text that was written in base64, as it is where it is no base64.
func decoded(text string) string {
	raw, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		return text
	}
	if z, err := gzip.NewReader(bytes.NewReader(raw)); err == nil {
		if plain, err := io.ReadAll(io.LimitReader(z, maxText)); err == nil {
			raw = plain
		}
	}
	if !utf8.Valid(raw) {
		return text
	}
	return string(raw)
}

// yaml reads YAML; a line that is nothing but a hole, where a block was put in, is left out.
func (r *reader) yaml(text string) (map[string]any, bool) {
	if len(text) > maxText {
		return nil, false
	}
	var out map[string]any
	if yaml.Unmarshal([]byte(text), &out) == nil {
		return out, true
	}
	var kept []string
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == graph.Hole {
			r.unread("a part of a cloud-config that is not known")
			continue
		}
		kept = append(kept, strings.ReplaceAll(line, "\t", "  "))
	}
	out = nil
	if yaml.Unmarshal([]byte(strings.Join(kept, "\n")), &out) == nil {
		return out, true
	}
	return nil, false
}

// cloudConfig reads a cloud-config (cloud-init documentation, "Module reference"), its modules in the order in which they
// run by default: bootcmd, write_files, mounts, packages, runcmd.
func (r *reader) cloudConfig(text string) {
	config, ok := r.yaml(text)
	if !ok {
		r.unread("a cloud-config that is broken")
		return
	}
	r.commandList(config["bootcmd"])
	for _, f := range list(config["write_files"]) {
		file, _ := f.(map[string]any)
		name, content := scalar(file["path"]), scalar(file["content"])
		switch encoding := scalar(file["encoding"]); encoding {
		case "b64", "base64", "gz+b64", "gz+base64", "gzip+base64", "gzip+b64":
			content = decoded(content)
		}
		if name != "" {
			r.write(name, content, yes(file["append"]))
		}
	}
	for _, s := range list(config["fs_setup"]) {
		fs, _ := s.(map[string]any)
		if device := scalar(fs["device"]); device != "" && yes(fs["overwrite"]) {
			r.add(Step{Verb: Format, Name: device})
		}
	}
	for _, m := range list(config["mounts"]) {
		r.cloudMount(list(m))
	}
	if yes(config["package_upgrade"]) || yes(config["apt_upgrade"]) {
		r.add(Step{Verb: Update})
	}
	for _, p := range list(config["packages"]) {
		r.cloudPackage(p)
	}
	for _, module := range []string{"ansible", "chef", "puppet", "salt_minion", "mcollective"} {
		if config[module] != nil {
			r.unread("what " + module + " does")
		}
	}
	r.commandList(config["runcmd"])
	if snap, ok := config["snap"].(map[string]any); ok {
		r.commandList(snap["commands"])
	}
}

// cloudPackage reads an item of packages: a name, a name with its version, or the items of one manager. Which manager a
// name is for depends on the image.
func (r *reader) cloudPackage(p any) {
	switch p := p.(type) {
	case map[string]any:
		for _, manager := range []string{"apt", "snap", "yum", "dnf"} {
			for _, item := range list(p[manager]) {
				r.namedPackage(item, manager)
			}
		}
	default:
		r.namedPackage(p, "")
	}
}

func (r *reader) namedPackage(item any, manager string) {
	if pair := list(item); len(pair) > 0 {
		item = pair[0]
	}
	if name := scalar(item); name != "" {
		r.add(Step{Verb: Install, Name: name, Via: manager})
	}
}

// cloudMount reads an item of mounts: `[xvdf, /data, ext4]`.
func (r *reader) cloudMount(fields []any) {
	if len(fields) < 2 {
		return
	}
	s := Step{Verb: MountOn, Source: scalar(fields[0]), Name: scalar(fields[1])}
	if len(fields) > 2 {
		s.Type = scalar(fields[2])
	}
	if !strings.HasPrefix(s.Name, "/") || s.Source == "" {
		return
	}
	if !strings.ContainsAny(s.Source, "/=:"+graph.Hole) {
		s.Source = "/dev/" + s.Source // the short form of a device
	}
	r.fstab[s.Name] = true
	r.add(s)
}

// commandList reads runcmd and its kin: texts for a shell and lists of words, all in one script.
func (r *reader) commandList(v any) {
	var b strings.Builder
	for _, item := range list(v) {
		if words := list(item); words != nil {
			for _, w := range words {
				b.WriteString(quoted(scalar(w)) + " ")
			}
			b.WriteByte('\n')
			continue
		}
		b.WriteString(scalar(item) + "\n")
	}
	if b.Len() > 0 {
		r.shell(b.String())
	}
}

// quoted is a word as a shell takes it.
func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

// yes tells whether a scalar is true, in any of the ways of YAML 1.1.
func yes(v any) bool {
	switch strings.ToLower(scalar(v)) {
	case "true", "yes", "on":
		return true
	}
	return false
}

// scalar is a scalar as text, "" of anything else.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		if v {
			return "true"
		}
		return "false"
	}
	return ""
}

// composeFile reads the images of the services of a compose file.
func (r *reader) composeFile(text string) {
	file, ok := r.yaml(text)
	if !ok {
		r.unread("a compose file that is broken")
		return
	}
	services, _ := file["services"].(map[string]any)
	for _, name := range sortedNames(services) {
		service, _ := services[name].(map[string]any)
		if image := scalar(service["image"]); image != "" {
			r.add(Step{Verb: Pull, Name: image, Runs: true})
		} else if service["build"] != nil {
			r.add(Step{Verb: Compile, Name: "docker build"})
		}
	}
}

func sortedNames(m map[string]any) []string {
	return slices.Sorted(maps.Keys(m))
}
