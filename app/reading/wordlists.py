"""Reviewed lists of words that help to tell names from other words."""


def words(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


# Words that begin a sentence or stand in a form with a capital and are no part of a name.
NOT_A_NAME = words("""
    ada adalah adapun admin akan akibatnya aku akun alamat aktif anda anak apa apakah apabila
    arkas as asesmen assalamualaikum assalamu'alaikum atas bagaimana bahwa baik bapak bapak/ibu
    baru beberapa begini belajar belajar.id beliau belum berikut besok betul bisa bisakah boleh
    bpk bu bukan bukti bang canva cara cek chrome chromebook classroom coba csv cuma dan dapodik
    dari data datanya dear demikian dengan di dia dinas disabled dapat drive dulu dulunya dua edge
    email emis error eh form formulir gmail google gtk guru guru-guru halo hallo hai hari hello hi
    hormat harap hasil hanya ibu info ini itu izin jadi jangan jika jenis jenjang juga kabid
    kabupaten
    kak kakak kalau kami kapan karena kata katanya kategori kb keduanya kelas kemarin kementerian
    kemendikbud kemendikdasmen kepada kepala kepsek keterangan ketika ki kira klik kode kok kota
    kurikulum lalu lama laporan lapor lewat loh login maaf mail makasih malam masih masalah maka
    meet menu merdeka mengajar min mohon muncul murid mutasi nah nama namun nik nip nisn nomor notif
    notifikasi npsn nuptk om operator ops orang ortu pada padahal pagi pak pakai password pendidikan
    pemberitahuan pengawas pengguna per perihal peserta pd didik pic plt pmm portal pppk pns program
    ptk pusat rapor rekan rumah ruang saat saja salam sama sampai sandi satu saya sdr sdri se sebab
    sebagai sebelum sedang sejak sekarang sekolah selaku selama selamat semua seorang seluruh
    setelah setiap shalom sekian siang siapa simpatika simpkb sinkron siswa sk solusi sore status
    sudah supaya suami surat tahun takeout tanggal tanyabos tata usaha telah tanpa tapi terima kasih
    terimakasih terkait tetapi tidak tim tolong trims tu tugas tutor umum untuk user username verval
    wali warga waktu wassalam wib wita wit ya yaitu yakni yang yayasan almarhum almarhumah yth
    ict it
    the a an our we my he she his her they there this that when how why what who is are was has
    have had can could would should please dear thanks thank regards best kind good morning
    afternoon evening new old both all no not none for from with without since after before also
    teacher teachers student students principal school operator account accounts grade sign lookup
    january february march april may june july august september october november december
    januari februari maret mei juni juli agustus oktober desember sept okt nov des jan feb apr
    senin selasa rabu kamis jumat jum'at sabtu minggu monday tuesday wednesday thursday friday
    paket tik subbag suwun horas helpdesk vi vii viii ix xi xii x mereka panitia op dra drs selalu
    staf bagian sekretaris bendahara silakan akibat begitu satunya jangankan semoga sampe
    tk sd smp sma smk slb paud pkbm mi mts ma sdn smpn sman smkn slbn sdit smpit skb upt uptd ra
    provinsi kecamatan kec kab desa kelurahan korwas bidang dikdas disdik ukg anbk ppdb spmb bos
    bosp spp pip kip ktp kk hp wa sms otp pin cpns asn tendik gty p3k tkj rpl ipa ips bk pjok pai
    ebook whatsapp youtube instagram facebook telegram zoom android ios windows iphone samsung excel
    pdf indonesia malaysia singapore jakarta bandung surabaya medan bekasi bogor tangerang makassar
    mon tue wed thu fri sat sun on telp hal lampiran jl no km waka sarpras bahasa inggris
    nenek kakek mama bunda ananda siswi ny pdt miss papa ayah bunda siswi-siswi terkirim forwarded
    pemerintah penilik administrative officer registrar begin original message sekda kantor
    sincerely cheers suksma tpa tertipu cv pt free divisi pemasaran seragam sdi pa
    mirip nokia abk tka justru
    alhamdulillah alquran bcc beneficiary bismillah bls cc contohnya dahulu dikbud dikpora
    disdikpora failure fiqih fw fwd hubungi ijin important iqra kabid kadis kasi kasubag
    klarifikasi kober kontak korwil lamp madam menantu narahubung narasumber penafian penanggung
    penjaga perhatikan purna sampingan sekretariat sifat sir spg sunda syaloom ustzh wakasek
    walikelas ybs
    matematika penjas agama kristen islam sejarah fisika kimia biologi geografi sosiologi
    lapor! unduh unggah aktivasi permohonan permintaan perubahan perbaikan penghapusan tindak lanjut
""")

# Islands, provinces and towns that messages speak of; after "dari" they look like names.
PLACES = words("""
    aceh sumatera sumatra jawa kalimantan sulawesi papua maluku bali lombok flores sumba timor
    nias madura bangka belitung riau jambi bengkulu lampung banten yogyakarta gorontalo ntt ntb
    dki diy palembang padang pekanbaru batam pontianak banjarmasin samarinda balikpapan manado
    palu kendari ambon ternate jayapura sorong merauke manokwari kupang mataram denpasar semarang
    solo surakarta malang kediri jember banyuwangi gresik sidoarjo mojokerto madiun tuban lamongan
    cirebon sukabumi garut tasikmalaya ciamis sumedang karawang subang indramayu majalengka
    kuningan cianjur depok serang cilegon lebak pandeglang tegal pekalongan kudus pati jepara
    demak klaten boyolali sragen magelang purworejo kebumen cilacap banyumas purwokerto wonosobo
    temanggung bantul sleman poso tarakan larantuka sentani wamena biak timika fakfak ende maumere
    ruteng atambua waingapu brebes rembang blora grobogan wonogiri karanganyar sukoharjo kendal
    pemalang purbalingga banjarnegara tulungagung trenggalek ponorogo pacitan blitar nganjuk ngawi
    magetan bojonegoro bondowoso situbondo probolinggo pasuruan lumajang bangkalan sampang
    pamekasan sumenep tabanan badung gianyar klungkung bangli karangasem buleleng jembrana
    singaraja sumbawa dompu malaka lembata sikka ngada nagekeo manggarai rote ketapang sambas
    bengkayang sanggau sekadau sintang melawi kapuas singkawang kotawaringin seruyan katingan
    barito kutai berau bontang paser nunukan malinau bulungan minahasa bitung tomohon kotamobagu
    sangihe talaud donggala parigi morowali banggai luwuk maros gowa takalar jeneponto bantaeng
    bulukumba sinjai soppeng wajo pinrang enrekang luwu toraja palopo parepare pangkep barru
    mamuju majene polewali mamasa kolaka konawe buton wakatobi bombana baubau halmahera tidore
    morotai tual asmat mappi jayawijaya yahukimo tolikara nabire paniai mimika yapen supiori
    keerom sarmi kaimana mamberamo langkat serdang asahan simalungun dairi tapanuli
    padangsidimpuan sibolga binjai pasaman solok dharmasraya sijunjung pariaman payakumbuh
    bukittinggi mentawai kampar bengkalis dumai pelalawan tanjungpinang karimun natuna anambas
    bintan kerinci merangin sarolangun batanghari prabumulih lubuklinggau pagaralam mukomuko
    pringsewu pesawaran tanggamus mesuji cimahi singkil pidie bireuen langsa lhokseumawe meulaboh
    enggano gayo minangkabau sunda nusantara nigeria arab jepang johor sabah tawau singapura
    jeddah mekah
""")

# Given and family names common in Indonesia; a hint, never proof.
COMMON_NAMES = words("""
    abdul abdullah achmad ade adi adinda aditya agus agustina agustinus ahmad ahmadi aisyah ali alif
    alfian alya amalia amelia amin amir ana andi andika andini andre andreas andri ani anita anna
    annisa antonius anwar apriliani ardi ari arief arif aris arya asep astuti asri ayu aziz bagus
    bambang basri basuki bayu benny bima budi budiman burhan cahya cahyani cahyono cecep chandra
    christina citra dadang daniel danu darma darmawan daud dede dedi deni denny desi devi dewa dewi
    dian diana dimas dina dini dodi dodo doni dwi dyah edi edy eka eko ella elisabeth emi endah
    endang eni erna erni erwin eva evi fadil fahmi faisal fajar fatimah fauzi fauziah febri febriani
    fera ferdi ferry firman fitri fitria fitriani fransiska fransiskus gede gilang gita
    gunawan guntur
    gusti hadi haji hakim halim hamid hamzah hana handayani hani hanif hardi hari hariani haris
    haryanto haryono hasan hasanah hasnah hendra hendri heni henny herawati heri herlina herman
    hermawan heru hidayah hidayat husna husni ibrahim ida idris iin ika ikhsan ikhwan ilham imam
    iman imelda indah indra indrawati ina intan irawan irfan irma irwan ismail istiqomah iwan jaka
    jamal jamila januar jaya joko jono julia juliana junaidi kadek kartika kartini karyati ketut
    khadijah khairul khoirul krisna kristina kurnia kurniawan kurniawati laila lasmi lestari
    lia lilis
    lina linda lisa luh lukman lusi made maharani mahendra mahmud marlina maria mariana
    mariani marni
    maryam maryati maryono maulana maya mega megawati mei melati mira mirna mochamad mohamad
    mohammad
    muh muhamad muhammad muhidin mukti mulyadi mulyani mulyono munawar murni murtini mustofa mutia
    nabila nadia naila nana nanda nani nasution neneng nengah ni nina nita noor nova novi
    novita nugraha
    nugroho nur nuraini nurdin nurhasanah nurhayati nuri nurjanah nurlaela nurul nyoman
    oktavia oktaviani
    parman paulus permana permata pertiwi prabowo pramono prasetya prasetyo pratama pratiwi priyanto
    puji purnama purnomo purwanti purwanto puspita putra putri putu qori rachmat rahayu rahma rahman
    rahmat rahmawati raka rama ramadhan ramadhani rani ratih ratna ratnasari reni retno reza
    rian riana
    ridwan rifki rika rina rini riska rismawati rita riyanti riyanto rizal rizki rizky robert rohmah
    rohman roni ros rosa rosita rosmini rudi rully rusli rusdi safitri saiful salma
    samsul
    santi santoso saputra saputri sari sarah sekar septi septiani setiadi setiawan setiawati
    setyawan
    setyowati shinta silvia simanjuntak sinaga siregar siska siti sitorus situmorang slamet sofyan
    solihin sri stefanus subagyo sudarmi sudarsono suharti suharto suhartono suherman sukarno
    sulastri
    sulistyo sulistyowati sumarni sunarti sunarto supardi supriadi supriyadi supriyanto
    suryadi suryani
    suryanto susanti susanto susi susilo susilowati sutarno sutinah sutrisno suwarni suwarno syahrul
    syaiful syamsul tari taufik taufiq teguh theresia titi titik toni tono tri triyono tutik
    udin ujang
    ulfa umar umi untung utami vera veronika vina wahyu wahyudi wahyuni wahyuningsih wati
    wawan wayan
    wibowo widodo widya wijaya winarti winda wiwik wulan wulandari yanti yanto yanuar yayan
    yogi yohana
    yohanes yoga yosef yudi yulia yuliana yuliani yulianti yuni yunita yusuf yusup zahra
    zainab zainal
    zainuddin zul zulkifli hutapea harahap lubis nababan manurung pane tampubolon simbolon sihombing
    hutagalung ginting sembiring tarigan purba saragih damanik pangaribuan tanjung chaniago lumentut
    rumambi mandagi wenas tuhumury pattiasina latuconsina rumbiak wanggai kapisa wanimbo kogoya
    daeng tahir fernandez bere seran nahak lede tanesib dhae fallo benu
""")

# Words that end a school's name when nothing else does (a text without capitals, or in capitals).
ENDS_A_SCHOOL = words("""
    a ada adalah agar akan akhirnya akun aku aman anak apa apakah atas atau awak bagaimana baik baru
    belum berapa beliau bisa blm boleh bu buat bukan cara cek cuma dan dapat dapodik dari data
    dengan
    dgn di dia diangkat dibuat dihapus dipindah dipindahkan diterima dr dulu dulunya dong ditarik
    ganti gimana gmn guru hanya harus hp ibu ikut ingin ini itu jadi jd jg juga kabupaten kab kak
    kalau kami kapan karena kata ke kec kecamatan kelas kemarin kepala ketika klo kmrn kok kota krn
    lagi lalu lama langsung lebih lulus lupa mana masih mau melalui menjadi mengajar menggunakan
    min minta mohon mulai muncul mutasi naik nama namun nih nik nip nisn no npsn nuptk nya operator
    ortu pada padahal pak pakai pas per pindah provinsi prov ptk saat sampai sama saya sbg se sdh
    sebagai sebab sebelum sebelumnya sedang sejak sekarang sekolah semenjak semua sementara serta
    setelah siswa siswanya skrg sm statusnya sudah supaya sy tadi tanggal tapi telah tempat
    terus tetap tgl
    tidak tdk tp tolong trus tsb tersebut tugas tutor udah utk untuk waktu wali yang yg ya akunnya
    dan/atau sini situ swasta ga gak nggak enggak kan krena nomor email alamat semester tahun per
    gue gw lu ane awak tiang abdi nama namanya deadline file bisa dah doang sih deh mah teh ji
    mi ki ka
    reguler mulu pun loh lho min kak bang pasti tolong semoga biar supaya padahal oleh tempat bulan
    is are has have was the and to in at for since from with who but our we
""")

# Titles, tasks and kin that stand before the name of who signs, or of whom is meant.
ROLES = words("""
    a.n abdi adik admin administrasi agama akademik aku alhamdulillah an ananda anggota asisten
    ass atas ayah ayahnya bagian bahasa bang bapak bapaknya barang bendahara bidang bk bos bp bpk
    br bruder bu bunda bundanya cap cucu dahulu dapodik dari demikian dinas diteruskan ditulis dr
    dra drs fasilitator fr frater gr guru guruku h haji harian hj hormat hormatku hubungi humas
    ibu ibunda ibunya indonesia informatika inggris ipa ipas ips ir jawa ka kabid kades kadis
    kajur kak kakak kakaknya kakek kami kang kaprog kasi kasih kasubag kasubbag kaur kelas kepala
    kepegawaian kepsek kesiswaan ketua kh ki kls komite koordinator korwas korwil ks ktu kurikulum
    lab laboran lama lapor maaf madrasah makasi makasih mama mamah mamanya mantan mas matematika
    matur mba mbah mbak mewakili mohon mr mrs ms nak nama name nenek ning nuwun ny nyai oleh om
    oma op opa operator ops orang ortu osis pa pak paman papa papanya pater paud pdt pelaksana
    pelapor pembina pemilik pemohon penanggung pendeta pengadu pengawas pengelola pengetik
    pengganti penggantinya pengirim pengurus penilik penjas penulis perpustakaan petugas pj pjok
    pkbm please plh plt principal produktif program proktor pustakawan rd regards registrar romo
    s.pd salam sarpras saudara saudari saya sd sdr sdri secretary sejahtera sekian sekolah
    sekretaris seksi seni sincerely siswa siswi slb sma sma/smk smk smp sr staf staff subbag
    subrayon suksma sunda suster suwun sy takmir tanda tante tata teacher teh teknisi tendik
    terima terimakasih tertanda tgk thank thanks thx tik tk tks tn tq trims ttd tu tutor umum
    usaha ust ustad ustadz ustadzah ustaz ustazah ustz ustzh waka wakasek wakil wali walinya
    wasalam wassalam wb wr you yth
""")

# Ordinary words that with a capital begin a name, or stand inside one.
FIRST_OF_A_NAME = words("cut gusti i ida la lalu maria ni siti teuku wa wd")
IN_A_NAME = words(
    "ananda ani ayu bintang bulan intan mau mawar mei melati merdeka putra putri sandi"
)

# Parts of the names of places: no person is called so.
OF_PLACES = words("""
    barat desa gunung hilir hulu ilir jalan kab kampung kec kelurahan kidul kulon lor muara nagari
    pantai pasar provinsi pulau raya selatan sungai tana tanah tebing teluk tengah timur ulu utara
    wetan
""")
