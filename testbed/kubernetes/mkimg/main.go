// mkimg writes an OCI image archive, for `ctr image import`: busybox, a program as /app, and further programs with the libraries
// they are linked to.
//
//	mkimg OUT.tar NAME[,NAME...] APP ARGUMENT [PROGRAM...]
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

type object = map[string]any

const applets = "sh sleep echo ls cat ps id ip ping httpd wget nc mount hostname dd true false uname grep head kill env tar touch rm date awk cut tr"

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "mkimg:", err)
		os.Exit(1)
	}
}

func read(path string) []byte {
	b, err := os.ReadFile(path)
	check(err)
	return b
}

func digest(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }

type layer struct {
	tar  *tar.Writer
	seen map[string]bool
}

func (l layer) directory(path string) {
	path = strings.Trim(path, "/")
	if path == "" || path == "." || l.seen[path] {
		return
	}
	l.directory(filepath.Dir(path))
	l.seen[path] = true
	mode := int64(0o755)
	if path == "tmp" {
		mode = 0o1777
	}
	check(l.tar.WriteHeader(&tar.Header{Name: path + "/", Typeflag: tar.TypeDir, Mode: mode}))
}

func (l layer) file(path string, data []byte, mode int64) {
	path = strings.Trim(path, "/")
	if l.seen[path] {
		return
	}
	l.directory(filepath.Dir(path))
	l.seen[path] = true
	check(l.tar.WriteHeader(&tar.Header{Name: path, Mode: mode, Size: int64(len(data))}))
	_, err := l.tar.Write(data)
	check(err)
}

func (l layer) link(path, to string) {
	check(l.tar.WriteHeader(&tar.Header{Name: path, Typeflag: tar.TypeSymlink, Linkname: to, Mode: 0o777}))
}

// program adds a program and what the loader says it needs, each at the path where it is looked for.
func (l layer) program(path string) {
	l.file(path, read(path), 0o755)
	out, err := exec.Command("ldd", path).Output()
	check(err)
	for _, library := range regexp.MustCompile(`/[^ ]+`).FindAllString(string(out), -1) {
		l.file(library, read(library), 0o755)
	}
}

func files(app string, programs []string) []byte {
	var buffer bytes.Buffer
	l := layer{tar.NewWriter(&buffer), map[string]bool{}}
	for _, d := range strings.Fields("bin etc proc sys dev root tmp") {
		l.directory(d)
	}
	l.file("bin/busybox", read("/bin/busybox"), 0o755)
	for _, a := range strings.Fields(applets) {
		l.link("bin/"+a, "busybox")
	}
	l.file("etc/passwd", []byte("root:x:0:0:root:/root:/bin/sh\n"), 0o644)
	l.file("app", read(app), 0o755)
	for _, p := range programs {
		l.program(p)
	}
	check(l.tar.Close())
	return buffer.Bytes()
}

func gzipped(b []byte) []byte {
	var buffer bytes.Buffer
	w, err := gzip.NewWriterLevel(&buffer, gzip.BestSpeed)
	check(err)
	_, err = w.Write(b)
	check(err)
	check(w.Close())
	return buffer.Bytes()
}

func encoded(v any) []byte {
	b, err := json.Marshal(v)
	check(err)
	return b
}

func main() {
	if len(os.Args) < 5 {
		check(fmt.Errorf("usage: mkimg OUT.tar NAME[,NAME...] APP ARGUMENT [PROGRAM...]"))
	}
	out, names, app, argument := os.Args[1], strings.Split(os.Args[2], ","), os.Args[3], os.Args[4]
	raw := files(app, os.Args[5:])
	packed := gzipped(raw)
	config := encoded(object{"architecture": "amd64", "os": "linux",
		"config": object{"Env": []string{"PATH=/bin:/usr/sbin:/usr/bin"}, "Entrypoint": []string{"/app"}, "Cmd": []string{argument}},
		"rootfs": object{"type": "layers", "diff_ids": []string{"sha256:" + digest(raw)}}})
	const prefix = "application/vnd.oci.image."
	manifest := encoded(object{"schemaVersion": 2, "mediaType": prefix + "manifest.v1+json",
		"config": object{"mediaType": prefix + "config.v1+json", "digest": "sha256:" + digest(config), "size": len(config)},
		"layers": []object{{"mediaType": prefix + "layer.v1.tar+gzip", "digest": "sha256:" + digest(packed), "size": len(packed)}}})
	var manifests []object
	for _, name := range names {
		manifests = append(manifests, object{"mediaType": prefix + "manifest.v1+json", "digest": "sha256:" + digest(manifest),
			"size": len(manifest), "annotations": object{"io.containerd.image.name": name}})
	}
	file, err := os.Create(out)
	check(err)
	archive := layer{tar.NewWriter(file), map[string]bool{}}
	archive.file("oci-layout", []byte(`{"imageLayoutVersion":"1.0.0"}`), 0o644)
	archive.file("index.json", encoded(object{"schemaVersion": 2, "manifests": manifests}), 0o644)
	for _, blob := range [][]byte{packed, config, manifest} {
		archive.file("blobs/sha256/"+digest(blob), blob, 0o644)
	}
	check(archive.tar.Close())
	check(file.Close())
}
