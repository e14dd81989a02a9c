package aws

import (
	"os"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Mount is a file system that a boot script mounts.
type Mount struct {
	Source string // "/dev/xvdf", "UUID=…", "fs-123:/", "10.0.0.5:/export"; with holes
	Path   string // where it is mounted
	Type   string // "ext4", "nfs4", "efs"; "" where it is not said
	Place  graph.Place
}

// networkTypes are the file system types that come over the network.
var networkTypes = map[string]bool{"nfs": true, "nfs4": true, "efs": true, "cifs": true, "smb3": true, "lustre": true, "fuse.s3fs": true, "s3fs": true, "glusterfs": true, "ceph": true, "tmpfs": true, "none": true, "proc": true, "overlay": true}

// Local tells whether the mount is a block device of the instance, by its source and type.
func (m Mount) Local() bool {
	if networkTypes[m.Type] || strings.Contains(m.Source, ":/") {
		return false
	}
	return strings.HasPrefix(m.Source, "/dev/") || strings.HasPrefix(m.Source, "UUID=") || strings.HasPrefix(m.Source, "LABEL=") || strings.HasPrefix(m.Source, "PARTUUID=")
}

// NFS tells whether the mount is plain NFS from a host, and gives the host.
func (m Mount) NFS() (host string, ok bool) {
	if m.Type != "" && m.Type != "nfs" && m.Type != "nfs4" {
		return "", false
	}
	host, _, ok = strings.Cut(m.Source, ":/")
	if !ok || host == "" {
		return "", false
	}
	return host, true
}

// MountsOf finds what the boot scripts of compute mount: mount commands, lines for /etc/fstab, cloud-init's mounts, and
// links into what was mounted.
func MountsOf(compute *graph.Resource) []Mount {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() []Mount {
		var out []Mount
		for _, t := range BootOf(compute).Texts {
			out = append(out, mountsIn(t)...)
		}
		return out
	})
}

// mountsIn reads one script, line by line.
func mountsIn(t BootText) []Mount {
	s := scriptReader{place: t.Place, vars: map[string]string{}, fstab: map[string]bool{}}
	for line := range strings.Lines(t.Text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			s.read(line)
		}
	}
	return s.mounts
}

// A scriptReader gathers the mounts of a script.
type scriptReader struct {
	place     graph.Place
	vars      map[string]string // assigned until here
	fstab     map[string]bool   // the paths that lines for fstab name
	cloudInit bool              // within the mounts of a cloud-config
	mounts    []Mount
}

func (s *scriptReader) read(line string) {
	if name, value, ok := assignment(line); ok {
		s.vars[name] = value
		return
	}
	if strings.HasSuffix(line, ":") {
		s.cloudInit = line == "mounts:"
	}
	if s.cloudInit {
		if m, ok := cloudInitMount(line); ok {
			s.add(m)
			return
		}
	}
	if !speaksOfMounts(line) {
		return
	}
	words := shellWords(line, s.vars)
	for _, m := range fstabLines(words) {
		s.fstab[m.Path] = true
		s.add(m)
	}
	for _, m := range mountCommands(words) {
		if m.Source != "" && !s.fstab[m.Path] { // else it mounts what fstab says
			s.add(m)
		}
	}
	if target, name, ok := symbolicLink(words); ok {
		s.link(target, name)
	}
}

func (s *scriptReader) add(m Mount) {
	m.Place = s.place
	s.mounts = append(s.mounts, m)
}

// link adds a name for what lies on a device that was mounted.
func (s *scriptReader) link(target, name string) {
	for _, m := range s.mounts {
		if m.Path != "/" && (target == m.Path || strings.HasPrefix(target, m.Path+"/")) {
			m.Path = name
			s.add(m)
			return
		}
	}
}

// speaksOfMounts tells, cheaply, whether a line may mount or link anything.
func speaksOfMounts(line string) bool {
	for _, w := range []string{"mount", "/dev/", "UUID=", "LABEL=", ":/", "s3fs", "ln "} {
		if strings.Contains(line, w) {
			return true
		}
	}
	return strings.Contains(line, " efs ")
}

// symbolicLink recognises `ln -s target name` among the words of a line.
func symbolicLink(words []string) (target, name string, ok bool) {
	for i, w := range words {
		if w != "ln" || i > 0 && !startsCommand(words[i-1]) {
			continue
		}
		var rest []string
		symbolic := false
		for _, arg := range words[i+1:] {
			if isSeparator(arg) {
				break
			}
			if strings.HasPrefix(arg, "-") {
				symbolic = symbolic || strings.Contains(arg, "s")
				continue
			}
			rest = append(rest, strings.TrimSuffix(arg, "/"))
		}
		if symbolic && len(rest) == 2 {
			return rest[0], rest[1], true
		}
	}
	return "", "", false
}

// assignment recognises NAME=value and export NAME=value.
func assignment(line string) (name, value string, ok bool) {
	line = strings.TrimPrefix(line, "export ")
	name, value, ok = strings.Cut(line, "=")
	if !ok || name == "" || strings.ContainsAny(name, " \t\"'$(){}[]/.") || strings.ContainsAny(value, " \t;|&") && !quoted(value) {
		return "", "", false
	}
	return name, strings.Trim(value, `"'`), true
}

func quoted(s string) bool {
	return len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] && !strings.Contains(s[1:len(s)-1], s[:1])
}

// shellWords splits a line as a shell does, roughly: quotes group, variables that were assigned before are put in,
// and ; | & > stand as words of their own.
func shellWords(line string, vars map[string]string) []string {
	var words []string
	var b strings.Builder
	var quote rune
	has := false
	flush := func() {
		if has {
			words = append(words, expand(b.String(), vars))
		}
		b.Reset()
		has = false
	}
	for _, c := range line {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			} else {
				b.WriteRune(c)
			}
		case c == '"' || c == '\'':
			quote, has = c, true
		case c == ' ' || c == '\t':
			flush()
		case strings.ContainsRune(";|&>", c):
			flush()
			words = append(words, string(c))
		default:
			b.WriteRune(c)
			has = true
		}
	}
	flush()
	return words
}

// expand puts the variables that are known into a word.
func expand(word string, vars map[string]string) string {
	if !strings.Contains(word, "$") {
		return word
	}
	return os.Expand(word, func(name string) string {
		if value, ok := vars[name]; ok {
			return value
		}
		return "${" + name + "}"
	})
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// mountCommands finds `mount [-t type] [-o options] source path` among the words of a line.
func mountCommands(words []string) []Mount {
	var out []Mount
	for i, w := range words {
		if w != "mount" && !strings.HasSuffix(w, "/mount") && w != "s3fs" || i > 0 && !startsCommand(words[i-1]) {
			continue
		}
		m := Mount{}
		if w == "s3fs" {
			m.Type = "s3fs"
		}
		var rest []string
		for j := i + 1; j < len(words) && !isSeparator(words[j]); j++ {
			switch arg := words[j]; {
			case arg == "-t" && j+1 < len(words):
				j++
				m.Type = words[j]
			case (arg == "-o" || arg == "-O") && j+1 < len(words):
				j++
			case strings.HasPrefix(arg, "-"):
			default:
				rest = append(rest, arg)
			}
		}
		switch len(rest) {
		case 1:
			m.Path = rest[0]
		case 2:
			m.Source, m.Path = rest[0], rest[1]
		default:
			continue
		}
		out = append(out, m)
	}
	return out
}

func startsCommand(before string) bool {
	switch before {
	case "sudo", ";", "&", "|", "do", "then", "else", "-", "!", "run:", "command:":
		return true
	}
	return false
}

func isSeparator(w string) bool { return w == ";" || w == "|" || w == "&" || w == ">" }

// fstabLines finds `source path type options dump pass` that a line appends to /etc/fstab, or that is a line of it.
func fstabLines(words []string) []Mount {
	var out []Mount
	for _, w := range words {
		fields := strings.Fields(strings.NewReplacer(`\t`, " ", `\n`, " ").Replace(w))
		if len(fields) >= 4 {
			if m, ok := fstabEntry(fields); ok {
				out = append(out, m)
			}
		}
	}
	if m, ok := fstabEntry(words); ok && len(out) == 0 {
		out = append(out, m)
	}
	return out
}

// fstabEntry reads the first three fields of an fstab line.
func fstabEntry(fields []string) (Mount, bool) {
	if len(fields) > 0 && (fields[0] == "echo" || fields[0] == "-e" || fields[0] == "printf") {
		return fstabEntry(fields[1:])
	}
	if len(fields) < 4 || !strings.HasPrefix(fields[1], "/") || strings.HasPrefix(fields[1], "/dev/") || !isWordByte(fields[2][0]) {
		return Mount{}, false
	}
	m := Mount{Source: fields[0], Path: fields[1], Type: fields[2]}
	switch {
	case m.Local(), strings.Contains(m.Source, ":/"), m.Type == "efs":
	default:
		return Mount{}, false
	}
	if fields[3] == ">" { // a command line, not an entry
		return Mount{}, false
	}
	return m, true
}

// cloudInitMount reads an item of cloud-init's mounts: `- [ xvdf, /data, ext4 ]`.
func cloudInitMount(line string) (Mount, bool) {
	line, ok := strings.CutPrefix(line, "-")
	if !ok {
		return Mount{}, false
	}
	line = strings.Trim(strings.TrimSpace(line), "[]")
	fields := strings.Split(line, ",")
	if len(fields) < 2 {
		return Mount{}, false
	}
	for i := range fields {
		fields[i] = strings.Trim(fields[i], ` "'`)
	}
	if !strings.HasPrefix(fields[1], "/") {
		return Mount{}, false
	}
	m := Mount{Source: fields[0], Path: fields[1]}
	if len(fields) > 2 {
		m.Type = fields[2]
	}
	if !strings.ContainsAny(m.Source, "/=:") && m.Source != "" {
		m.Source = "/dev/" + m.Source // cloud-init's short form of a device
	}
	return m, true
}

// contentPaths and contentWords tell where a web server keeps what its visitors made: document roots, uploads.
var (
	contentPaths = []string{"/var/www", "/srv", "/usr/share/nginx", "/usr/share/httpd", "/opt/bitnami/wordpress", "/bitnami/wordpress", "/var/lib/wordpress", "/opt/wordpress"}
	contentWords = []string{"upload", "media", "files", "share", "content", "docroot", "htdocs", "wordpress", "images"}
	otherWords   = []string{"log", "tmp", "temp", "cache", "swap", "docker", "containerd", "mysql", "postgres", "pgsql", "mongo", "redis", "elasticsearch", "kafka", "backup", "/opt/data/db"}
)

// Content tells whether the path is where a web server keeps content that its siblings should see as well.
func (m Mount) Content() bool {
	p := strings.ToLower(m.Path)
	for _, w := range otherWords {
		if strings.Contains(p, w) {
			return false
		}
	}
	for _, c := range contentPaths {
		if p == c || strings.HasPrefix(p, c+"/") {
			return true
		}
	}
	for _, w := range contentWords {
		if strings.Contains(p, w) {
			return true
		}
	}
	return false
}
