package functions

import (
	"crypto/md5"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// readers are what the functions that read one file make of its content.
var readers = map[string]func(content []byte) (string, error){
	"file": func(b []byte) (string, error) {
		if !utf8.Valid(b) {
			return "", errors.New("contents of the file are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead")
		}
		return string(b), nil
	},
	"filebase64": func(b []byte) (string, error) { return base64.StdEncoding.EncodeToString(b), nil },
	"filemd5": func(b []byte) (string, error) {
		sum := md5.Sum(b)
		return hex.EncodeToString(sum[:]), nil
	},
	"filesha1": func(b []byte) (string, error) {
		sum := sha1.Sum(b)
		return hex.EncodeToString(sum[:]), nil
	},
	"filesha256": func(b []byte) (string, error) {
		sum := sha256.Sum256(b)
		return hex.EncodeToString(sum[:]), nil
	},
	"filesha512": func(b []byte) (string, error) {
		sum := sha512.Sum512(b)
		return hex.EncodeToString(sum[:]), nil
	},
	"filebase64sha256": func(b []byte) (string, error) {
		sum := sha256.Sum256(b)
		return base64.StdEncoding.EncodeToString(sum[:]), nil
	},
	"filebase64sha512": func(b []byte) (string, error) {
		sum := sha512.Sum512(b)
		return base64.StdEncoding.EncodeToString(sum[:]), nil
	},
}

// File is the result of a function that reads one file (file, filebase64, filemd5, filebase64sha256, …) where the
// file has that content; the caller reads it. known is false where name is no such function. It fails where the
// content is no UTF-8 and the function wants text, or where it is longer than [MaxText].
func File(name string, content []byte) (v cty.Value, known bool, err error) {
	read, ok := readers[strings.TrimPrefix(name, "core::")]
	if !ok {
		return cty.DynamicVal, false, nil
	}
	unknown := cty.UnknownVal(cty.String)
	if len(content) > MaxText {
		return unknown, true, errTooLong
	}
	text, err := read(content)
	if err != nil {
		return unknown, true, err
	}
	return cty.StringVal(text), true, nil
}

// fileDigest is the digest of a text, which is that of a file with this content.
func fileDigest(name string) func(text string) (string, error) {
	read := readers[name]
	return func(text string) (string, error) { return read([]byte(text)) }
}

// uuidV5 makes a UUID of a name in a namespace (RFC 9562, section 5.5).
var uuidV5 = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "namespace", Type: cty.String}, {Name: "name", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		space, err := namespace(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		sum := sha1.Sum(append(space, args[1].AsString()...))
		id := sum[:16]
		id[6] = id[6]&0x0f | 0x50
		id[8] = id[8]&0x3f | 0x80
		return cty.StringVal(fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])), nil
	},
})

// namespaces are the well-known ones (RFC 9562, section 6.6).
var namespaces = map[string]string{
	"dns":  "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
	"url":  "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
	"oid":  "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
	"x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
}

func namespace(name string) ([]byte, error) {
	if well, ok := namespaces[name]; ok {
		name = well
	}
	space, err := hex.DecodeString(strings.ReplaceAll(name, "-", ""))
	if err != nil || len(space) != 16 {
		return nil, errors.New("uuidv5() doesn't support namespace " + name)
	}
	return space, nil
}

// rsaDecrypt decrypts a text in base64 with a private key in PEM. Keys in OpenSSH's own format are not read.
var rsaDecrypt = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "ciphertext", Type: cty.String}, {Name: "privatekey", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		cipher, err := base64.StdEncoding.DecodeString(args[0].AsString())
		if err != nil {
			return cty.NilVal, errors.New("failed to decode input: cipher text must be base64-encoded")
		}
		block, _ := pem.Decode([]byte(args[1].AsString()))
		if block == nil {
			return cty.NilVal, errors.New("invalid private key: no PEM block")
		}
		if block.Type == "OPENSSH PRIVATE KEY" {
			return cty.UnknownVal(cty.String), nil
		}
		key, err := privateKey(block.Bytes)
		if err != nil {
			return cty.NilVal, err
		}
		out, err := rsa.DecryptPKCS1v15(nil, key, cipher)
		if err != nil {
			return cty.NilVal, errors.New("failed to decrypt")
		}
		return cty.StringVal(string(out)), nil
	},
})

func privateKey(der []byte) (*rsa.PrivateKey, error) {
	if key, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return key, nil
	}
	if key, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		if key, ok := key.(*rsa.PrivateKey); ok {
			return key, nil
		}
	}
	return nil, errors.New("invalid private key: no RSA key")
}
