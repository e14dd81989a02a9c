package parsers

import (
	"bytes"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/disk"
)

// beanstalk tells whether a configuration has anything of Elastic Beanstalk, in either language.
func beanstalk(content []byte) bool {
	return bytes.Contains(content, []byte("aws_elastic_beanstalk_")) || bytes.Contains(content, []byte("AWS::ElasticBeanstalk::"))
}

// mentioning gives for each of some files the directories and templates whose text names it, as one that reads it does:
// file("${path.module}/boot.sh"), or the TemplateURL of a template that is gone. A name that is put together where it is
// used is not seen.
func (s *setting) mentioning(files []aimed) [][]string {
	out := make([][]string, len(files))
	if len(files) == 0 {
		return out
	}
	byName := map[string][]int{}
	for i, f := range files {
		base := f.shown[strings.LastIndexByte(f.shown, '/')+1:]
		byName[base] = append(byName[base], i)
	}
	var mu sync.Mutex
	s.each(slices.Concat(s.found.modules, s.found.templates), func(part string, content []byte) {
		for at, named := range written(content) {
			for _, i := range byName[string(named[bytes.LastIndexByte(named, '/')+1:])] {
				if isValue(part, content, at, at+len(named)) && names(part, content[:at], string(named), files[i].shown) {
					mu.Lock()
					out[i] = append(out[i], part)
					mu.Unlock()
				}
			}
		}
	})
	return out
}

// containing gives those of some directories and templates whose text has something.
func (s *setting) containing(parts []string, has func([]byte) bool) map[string]bool {
	out := map[string]bool{}
	var mu sync.Mutex
	s.each(parts, func(part string, content []byte) {
		if has(content) {
			mu.Lock()
			out[part] = true
			mu.Unlock()
		}
	})
	return out
}

// each reads the files of directories with Terraform and of templates, several at a time.
func (s *setting) each(parts []string, do func(part string, content []byte)) {
	next := make(chan string)
	var workers sync.WaitGroup
	for range min(2*runtime.GOMAXPROCS(0), len(parts)) {
		workers.Go(func() {
			for part := range next {
				for _, file := range filesOf(part) {
					if content, err := s.found.within.Read(file, disk.MaxSource); err == nil {
						do(part, content)
					}
				}
			}
		})
	}
	for _, part := range parts {
		next <- part
	}
	close(next)
	workers.Wait()
}

// filesOf are the Terraform files of a directory, or the one file of a template.
func filesOf(part string) (files []string) {
	if part == Stdin {
		return nil
	}
	entries, err := os.ReadDir(filepath.FromSlash(part))
	if err != nil {
		return []string{part}
	}
	for _, e := range entries {
		if !e.IsDir() && ends(e.Name(), terraformEndings) {
			files = append(files, join(part, e.Name()))
		}
	}
	return files
}

// written yields what may be paths in a text, with their offsets: as many bytes as may be part of one, up to what the text
// leaves open.
func written(content []byte) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		start := 0
		for i, c := range content {
			if !limits(c) {
				continue
			}
			if i > start && !yield(start, content[start:i]) {
				return
			}
			start = i + 1
		}
		if start < len(content) {
			yield(start, content[start:])
		}
	}
}

// limits tells whether a byte cannot be part of a path that is written in a configuration. A backslash begins what JSON
// escapes, and parts the steps of a path that was written on Windows.
func limits(c byte) bool { return noPath[c] }

var noPath = func() (no [256]bool) {
	for c := range byte(' ' + 1) {
		no[c] = true
	}
	for _, c := range []byte("\"'`(){}[]<>,;=:|&$?#\\") {
		no[c] = true
	}
	return no
}()

// isValue tells whether a piece of a text ends a value, rather than being a word of a comment or description: in Terraform
// and JSON a quotation mark closes it, in YAML the line may end as well.
func isValue(part string, content []byte, from, to int) bool {
	line := content[bytes.LastIndexByte(content[:from], '\n')+1 : from]
	inYAML := ends(part, yamlEndings)
	begin := bytes.TrimLeft(line, " \t")
	if bytes.HasPrefix(begin, []byte("#")) || !inYAML && bytes.HasPrefix(begin, []byte("//")) || inYAML && bytes.Contains(line, []byte(" #")) {
		return false
	}
	if to < len(content) && content[to] == '"' {
		return from > 0 && bytes.IndexByte([]byte(`"}:`), content[from-1]) >= 0
	}
	rest, _, _ := bytes.Cut(content[to:], []byte("\n"))
	rest = bytes.TrimSpace(bytes.TrimLeft(rest, "'"))
	if !inYAML || len(rest) > 0 && bytes.IndexByte([]byte("#,}"), rest[0]) < 0 {
		return false
	}
	line = bytes.TrimRight(line, " '")
	return len(line) > 0 && bytes.IndexByte([]byte(":-}"), line[len(line)-1]) >= 0
}

// names tells whether what a module or template writes after other text is a file: from the module's directory if it says
// so, else by as many steps as are written.
func names(part string, before []byte, named, shown string) bool {
	if bytes.HasSuffix(before, []byte("path.module}")) {
		return path.Join(part, named) == shown
	}
	steps := strings.Split(shown, "/")
	tail := slices.DeleteFunc(strings.Split(named, "/"), func(step string) bool { return step == "" || step == "." || step == ".." })
	return len(tail) > 0 && len(tail) <= len(steps) && slices.Equal(steps[len(steps)-len(tail):], tail)
}
