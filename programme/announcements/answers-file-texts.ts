/** The words of the file with the answers to an announcement, in both languages. */

export const answersFileJa = {
  answersFile: {
    label: '回答をExcelで保存',
    fileName: (date: string) => `お知らせの回答_${date}`,
    sheets: { people: '回答', companies: '企業ごと' },
    columns: {
      code: '企業コード',
      company: '企業名',
      name: '氏名',
      reading: 'フリガナ',
      answer: '回答',
      answeredAt: (timeZone: string) => `回答日時(${timeZone})`,
    },
    unanswered: '未回答',
    ready: (people: number) => `${people}名の回答をファイルにしました。リンクは24時間有効です。`,
    open: 'ファイルを開く',
    again: '最新の内容で作り直す',
  },
};

export const answersFileEn: typeof answersFileJa = {
  answersFile: {
    label: 'Save the answers for Excel',
    fileName: (date) => `announcement-answers-${date}`,
    sheets: { people: 'Answers', companies: 'By company' },
    columns: {
      code: 'Company code',
      company: 'Company',
      name: 'Name',
      reading: 'Reading',
      answer: 'Answer',
      answeredAt: (timeZone) => `Answered at (${timeZone})`,
    },
    unanswered: 'not answered',
    ready: (people) =>
      `The answers of ${people} ${people === 1 ? 'person are' : 'people are'} in this file. The link opens it for 24 hours.`,
    open: 'Open the file',
    again: 'Make it anew',
  },
};
